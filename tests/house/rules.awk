# The rules of the house over C files, given by their path from the root. One line a
# breach, "path:line: what"; the exit status is 1 when there is one.

BEGIN {
  # Data flows down this list: a room may include itself and those before it.
  rooms = "base facts importers graph holdings control rights sme rulesets screening requests " \
          "alternatives certificate registry ledger report cli"
  count = split(rooms, names, " ")
  for (i = 1; i <= count; i++) rank[names[i]] = i
  file_limit = 600
  function_limit = 70
}

FNR == 1 { begin_file() }

{
  if (FNR == file_limit + 1) breach("file of more than " file_limit " lines")
  code = without_comments($0)
  if (code ~ /^[ \t]*#[ \t]*include/) check_include($0)
  check_words(without_strings(code))
  follow_function(without_strings(code))
}

END { exit breaches > 0 }

function breach(what) {
  print FILENAME ":" FNR ": " what
  breaches++
}

function room_of(path,    parts) {
  split(path, parts, "/")
  if (parts[1] == "engine") return parts[2]
  return parts[1] == "importers" ? "importers" : ""
}

function begin_file() {
  room = room_of(FILENAME)
  in_comment = 0
  first = depth = 0
  head = ""
  if (room != "" && !(room in rank)) breach("room '" room "' has no place in the order")
}

function check_include(line,    name) {
  name = line
  sub(/^[ \t]*#[ \t]*include[ \t]*["<]/, "", name)
  sub(/[">].*/, "", name)
  if (line ~ /include[ \t]*"/) check_own(name)
  else check_library(name)
}

function check_own(name,    other) {
  if (FILENAME ~ /^include\//) return breach("a public header includes \"" name "\"")
  if (room == "") return
  other = room_of(name)
  if (!(other in rank)) return breach("\"" name "\" is not a path from the root into a room")
  if (room == "cli" && other != "cli") return breach("the command includes \"" name "\"")
  if (rank[other] > rank[room]) breach(room " includes " other ", which is below it")
}

function check_library(name) {
  if (name ~ /^igraph/ && FILENAME !~ /^engine\/graph\// && room != "")
    breach("igraph outside engine/graph")
  if (name ~ /^libxml/ && FILENAME !~ /^(importers\/|engine\/rulesets\/ruleset)/ && room != "")
    breach("libxml2 outside importers and the ruleset")
  if (name ~ /^microhttpd/ && FILENAME !~ /^engine\/cli\/serve\//)
    breach("microhttpd outside engine/cli/serve")
  if (name ~ /^graphviz/ && FILENAME !~ /^engine\/report\/chart/ && room != "")
    breach("Graphviz outside the chart")
  if (room == "cli" && name ~ /^(igraph|libxml|json|flint|gmp|zip|sqlite)/)
    breach("the command includes <" name ">")
}

function check_words(text) {
  if (room == "" && FILENAME !~ /^include\//) return
  if (room != "base" &&
      text ~ /(^|[^A-Za-z0-9_])(malloc|calloc|realloc|free|strdup|strndup|asprintf|vasprintf)[ \t]*\(/)
    breach("memory that is not the context's")
  if ($0 ~ /(TODO|FIXME|(^|[^X])XXX([^X]|$))/) breach("unfinished work noted in the code")
}

# What is left of a line when comments are taken out; strings are kept.
function without_comments(line,    kept, at) {
  kept = ""
  while (line != "") {
    if (in_comment) {
      at = index(line, "*/")
      if (at == 0) return kept
      line = substr(line, at + 2)
      in_comment = 0
    } else if (match(line, /^([^"'\/]|"([^"\\]|\\.)*"|'([^'\\]|\\.)*'|\/[^*\/])+/)) {
      kept = kept substr(line, 1, RLENGTH)
      line = substr(line, RLENGTH + 1)
    } else if (line ~ /^\/\*/) {
      line = substr(line, 3)
      in_comment = 1
    } else if (line ~ /^\/\//) {
      return kept
    } else {
      kept = kept substr(line, 1, 1)
      line = substr(line, 2)
    }
  }
  return kept
}

function without_strings(text) {
  gsub(/"([^"\\]|\\.)*"/, "\"\"", text)
  gsub(/'([^'\\]|\\.)*'/, "' '", text)
  return text
}

# A function runs from the first line of its head, at the left margin, to the
# brace that closes it there.
function follow_function(text) {
  if (depth == 0) {
    if (text ~ /^#/ || text ~ /^[ \t]*$/) { head = ""; return }
    if (head == "") first = FNR
    head = head " " text
  }
  depth += gsub(/\{/, "{", text) - gsub(/\}/, "}", text)
  if (depth > 0) return
  depth = 0
  if (text ~ /\}[ \t]*$/ && head ~ /\(.*\)[^=]*\{/ && FNR - first + 1 > function_limit)
    breach("function of " FNR - first + 1 " lines, more than " function_limit)
  if (text ~ /[;}][ \t]*$/) head = ""
}
