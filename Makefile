# crible: build, test, install. `make help` lists what can be asked for.

VERSION := 0.1.0
SOVERSION := 0

PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= build

CC ?= cc
CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
# GCC 12 takes the numerator that FLINT's macros point at for an object of its own.
WARNINGS += -Wno-stringop-overflow -Wno-stringop-overread
WERROR ?=
SANITIZE ?=

LIBRARIES := igraph libxml-2.0 json-c nettle libarchive xlsxwriter zlib libgvc libcgraph
LIBRARY_FLAGS = $(shell pkg-config --cflags $(LIBRARIES))
OTHER_LIBRARIES := -lflint -lgmp -lm
# Of the command alone: the local page.
COMMAND_LIBRARIES := libmicrohttpd
LIBRARY_LINK = $(shell pkg-config --libs $(LIBRARIES)) $(OTHER_LIBRARIES)

ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -fPIC -fvisibility=hidden -frounding-math \
  $(WARNINGS) $(WERROR) $(CFLAGS) $(SANITIZE) -Iinclude -I. \
  -DCRIBLE_DATA_FOLDER='"$(PREFIX)/share/crible"' -DCRIBLE_LOCALE_FOLDER='"$(PREFIX)/share/locale"' \
  $(patsubst -I%,-isystem %,$(LIBRARY_FLAGS)) -MMD -MP

CLI_SOURCES := $(sort $(shell find engine/cli -name '*.c' 2>/dev/null))
LIB_SOURCES := $(sort $(shell find engine importers -name '*.c' -not -path 'engine/cli/*'))
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(BUILD)/%.o)
CLI_OBJECTS := $(CLI_SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/engine/cli/serve/assets.o

STATIC := $(BUILD)/libcrible.a
SHARED := $(BUILD)/libcrible.so.$(VERSION)

COMPLETIONS := $(patsubst %,$(BUILD)/completions/crible.%,bash zsh fish)
CATALOGUES := $(patsubst po/%.po,$(BUILD)/locale/%/LC_MESSAGES/crible.mo,$(wildcard po/*.po))

# One test program a room: tests/<room>/*.c with tests/support/*.c.
TEST_ROOMS := $(sort $(notdir $(patsubst %/,%,$(dir $(wildcard tests/*/test_*.c)))))
TEST_SUPPORT := $(wildcard tests/support/*.c)
TEST_PROGRAMS := $(TEST_ROOMS:%=$(BUILD)/test-%)
TEST_SCRIPTS := $(sort $(wildcard tests/*/run))
BENCH_SOURCES := $(wildcard bench/*.c)
BENCH_PROGRAMS := $(BENCH_SOURCES:bench/%.c=$(BUILD)/bench/%)

.PHONY: all
all: $(STATIC) $(SHARED) $(BUILD)/crible $(BUILD)/crible.pc $(CATALOGUES) $(COMPLETIONS) ## library and command

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c $< -o $@

# The page's files are part of the command.
$(BUILD)/engine/cli/serve/assets.o: engine/cli/serve/assets.S $(wildcard engine/cli/serve/page/*)
	@mkdir -p $(@D)
	$(CC) -c $< -o $@

$(STATIC): $(LIB_OBJECTS)
	@rm -f $@
	ar rcs $@ $^

$(SHARED): $(LIB_OBJECTS) engine/crible.map
	$(CC) $(CFLAGS) $(SANITIZE) -shared -Wl,-soname,libcrible.so.$(SOVERSION) \
	  -Wl,--version-script=engine/crible.map $(LIB_OBJECTS) $(LIBRARY_LINK) -o $@
	ln -sf $(@F) $(BUILD)/libcrible.so.$(SOVERSION)
	ln -sf $(@F) $(BUILD)/libcrible.so

$(BUILD)/crible: $(CLI_OBJECTS) $(STATIC)
	$(CC) $(CFLAGS) $(SANITIZE) $(CLI_OBJECTS) $(STATIC) $(LIBRARY_LINK) \
	  $(shell pkg-config --libs $(COMMAND_LIBRARIES)) -o $@

$(COMPLETIONS): $(BUILD)/completions/crible.%: $(BUILD)/crible $(wildcard datasets/rulesets/*.xml)
	@mkdir -p $(@D)
	CRIBLE_DATA_DIR=datasets $(BUILD)/crible --lang en completion $* > $@.new && mv $@.new $@

$(BUILD)/locale/%/LC_MESSAGES/crible.mo: po/%.po
	@mkdir -p $(@D)
	msgfmt --check-format $< -o $@

# What names the installed folders is built again when PREFIX changes.
$(BUILD)/prefix: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@
FORCE:
$(patsubst %.c,$(BUILD)/%.o,$(shell grep -rlE 'CRIBLE_(DATA|LOCALE)_FOLDER' engine --include='*.c')): $(BUILD)/prefix

$(BUILD)/crible.pc: engine/crible.pc.in $(BUILD)/prefix Makefile
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' \
	  -e 's|@LIBRARIES@|$(LIBRARIES)|' -e 's|@OTHER_LIBRARIES@|$(OTHER_LIBRARIES)|' $< > $@

define TEST_PROGRAM
$(BUILD)/test-$(1): $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/$(1)/*.c) $(TEST_SUPPORT)) $(STATIC)
	@mkdir -p $$(@D)
	$$(CC) $$(CFLAGS) $$(SANITIZE) $$^ $$(LIBRARY_LINK) -lcriterion -o $$@
endef
$(foreach room,$(TEST_ROOMS),$(eval $(call TEST_PROGRAM,$(room))))

DEMO := datasets/dossiers/cross-holdings

.PHONY: demo
demo: ## install what is missing, build, and screen an example
	@.ci/packages build
	@$(MAKE) --no-print-directory -s -j$$(nproc) all
	@$(BUILD)/crible screen $(DEMO) || [ $$? -le 2 ]

.PHONY: check
check: ## install what is missing, build, and run every test
	@.ci/packages build test
	@$(MAKE) --no-print-directory -s -j$$(nproc) all programs
	@$(MAKE) --no-print-directory -s test

# Any other target under the sanitizers: make sanitize-test, sanitize-test-control…
sanitize-%: ## any target under the sanitizers, such as sanitize-test
	LSAN_OPTIONS=suppressions=$(CURDIR)/tests/criterion.supp:print_suppressions=0 \
	$(MAKE) $* BUILD=$(BUILD)/sanitize CFLAGS='-O1 -g -fno-omit-frame-pointer' \
	  SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=undefined'

.PHONY: programs
programs: $(TEST_PROGRAMS) ## the test programs

.PHONY: test
test: all $(TEST_PROGRAMS) ## run every test (what it needs must be installed)
	@for t in $(TEST_PROGRAMS); do echo "== $$t"; CRIBLE_DATA_DIR=datasets $$t || exit 1; done
	@for t in $(TEST_SCRIPTS); do echo "== $$t"; BUILD='$(BUILD)' CC='$(CC)' SANITIZE='$(SANITIZE)' $$t || exit 1; done

.PHONY: test-%
test-%: $(BUILD)/test-% ## run the tests of one room
	CRIBLE_DATA_DIR=datasets $<

INSTALLED = $(DESTDIR)$(PREFIX)

.PHONY: install
install: all ## copy to $(DESTDIR)$(PREFIX): headers, libraries, command, manual, datasets, translations, completions
	install -d $(INSTALLED)/bin $(INSTALLED)/include/crible $(INSTALLED)/lib/pkgconfig $(INSTALLED)/share
	install -m 644 include/crible/*.h $(INSTALLED)/include/crible
	install -m 644 $(STATIC) $(INSTALLED)/lib
	install -m 755 $(SHARED) $(INSTALLED)/lib
	ln -sf $(notdir $(SHARED)) $(INSTALLED)/lib/libcrible.so.$(SOVERSION)
	ln -sf libcrible.so.$(SOVERSION) $(INSTALLED)/lib/libcrible.so
	install -m 644 $(BUILD)/crible.pc $(INSTALLED)/lib/pkgconfig
	install -m 755 $(BUILD)/crible $(INSTALLED)/bin
	if [ -f docs/crible.1 ]; then install -D -m 644 docs/crible.1 $(INSTALLED)/share/man/man1/crible.1; fi
	cd datasets && find . -type f ! -perm -u+x -exec install -D -m 644 {} $(abspath $(INSTALLED))/share/crible/{} \;
	install -D -m 644 $(BUILD)/completions/crible.bash $(INSTALLED)/share/bash-completion/completions/crible
	install -D -m 644 $(BUILD)/completions/crible.zsh $(INSTALLED)/share/zsh/site-functions/_crible
	install -D -m 644 $(BUILD)/completions/crible.fish $(INSTALLED)/share/fish/vendor_completions.d/crible.fish
	cd $(BUILD)/locale && find . -name crible.mo -exec install -D -m 644 {} $(abspath $(INSTALLED))/share/locale/{} \;

.PHONY: uninstall
uninstall: ## remove what install copied
	rm -rf $(INSTALLED)/include/crible $(INSTALLED)/share/crible
	rm -f $(INSTALLED)/lib/libcrible.* $(INSTALLED)/lib/pkgconfig/crible.pc $(INSTALLED)/bin/crible \
	  $(INSTALLED)/share/man/man1/crible.1 $(INSTALLED)/share/locale/*/LC_MESSAGES/crible.mo \
	  $(INSTALLED)/share/bash-completion/completions/crible $(INSTALLED)/share/zsh/site-functions/_crible \
	  $(INSTALLED)/share/fish/vendor_completions.d/crible.fish

$(BUILD)/bench/%: bench/%.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L $(WARNINGS) $(CFLAGS) -isystem /usr/include/suitesparse $< \
	  -lklu -lm -o $@

MEBIBYTES ?= 32

.PHONY: bench
bench: all ## time the command beside its peers, on registers of MEBIBYTES=32 (see bench/README.md)
	@.ci/packages bench
	@$(MAKE) --no-print-directory -s $(BENCH_PROGRAMS)
	BUILD='$(BUILD)' bench/run
	BUILD='$(BUILD)' bench/throughput $(MEBIBYTES)

CONFORMANCE := $(BUILD)/conformance/facts

$(CONFORMANCE): tests/conformance/facts.c $(STATIC)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $< $(STATIC) $(LIBRARY_LINK) -o $@

.PHONY: conformance
conformance: all $(CONFORMANCE) ## official examples and test suites under DATA=… against the committed tables
	@for check in tests/conformance/check-*; do BUILD='$(BUILD)' DATA='$(DATA)' $$check || exit 1; done

.PHONY: mutants
mutants: ## plant deliberate faults and see each caught by a test (some minutes)
	@tests/mutants/run-mutants

# Readers under libFuzzer: one harness a reader, tests/fuzz/fuzz_READER.c. An empty list is NULL
# with count 0, and NULL + 0 is what clang alone calls an overflow.
SECONDS ?= 60
fuzz-%: ## random inputs against a reader, such as fuzz-dossier, for SECONDS=60
	@$(MAKE) --no-print-directory -s -j$$(nproc) BUILD=$(BUILD)/fuzz CC=clang CFLAGS='-O1 -g' \
	  SANITIZE='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=pointer-overflow \
	  -fno-sanitize-recover=undefined' $(BUILD)/fuzz/fuzz-$*
	BUILD=$(BUILD)/fuzz tests/fuzz/fuzz $* $(SECONDS)

$(BUILD)/fuzz-%: tests/fuzz/fuzz_%.c tests/fuzz/support.c $(STATIC)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $< tests/fuzz/support.c $(STATIC) $(LIBRARY_LINK) -o $@

.PHONY: lint
lint: ## clang-tidy and cppcheck
	@.ci/lint

.PHONY: clean
clean: ## remove what was built
	rm -rf $(BUILD)

.PHONY: help
help: ## this list
	@grep -hE '^[a-z%-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
