"""What the server of `crible serve` gives, and what it refuses: protocol.py CRIBLE ROOT."""

import http.client
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import unittest
import zipfile

CRIBLE, ROOT = sys.argv[1:3]
DOSSIER = f"{ROOT}/datasets/dossiers/cross-holdings/dossier.xml"
LIMIT = 64 * 1024 * 1024
SCRIPTS = ["/words.js", "/result.js", "/whatif.js", "/page.js"]


def contents(path):
    with open(path, "rb") as file:
        return file.read()


def command(*words, expect=None):
    """What the command prints for the same question."""
    done = subprocess.run([CRIBLE, *words], capture_output=True, timeout=120)
    if expect is not None and done.returncode != expect:
        raise AssertionError(f"{words}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


class Server:
    """One that runs in an empty folder of its own."""

    def __init__(self, *options):
        self.folder = tempfile.TemporaryDirectory()
        environment = dict(os.environ, TMPDIR=self.folder.name, HOME=self.folder.name)
        self.process = subprocess.Popen([CRIBLE, "serve", *options], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, cwd=self.folder.name, env=environment)
        self.url = self.process.stdout.readline().decode().strip()
        self.port = int(re.fullmatch(r"http://127\.0\.0\.1:(\d+)/", self.url).group(1))
        self.origin = self.url.rstrip("/")
        self.token = re.search(r'crible-token" content="([0-9a-f]{64})"', self.get("/")[2].decode()).group(1)

    def ask(self, method, path, body=None, headers=(), chunked=False):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, dict(headers), encode_chunked=chunked)
            reply = connection.getresponse()
            return reply.status, dict(reply.getheaders()), reply.read()
        finally:
            connection.close()

    def get(self, path, **headers):
        return self.ask("GET", path, headers=headers)

    def post(self, path, parts, headers=None):
        """Parts are (field, value) or ("file", (name, bytes))."""
        type_, body = form(parts)
        given = {"Content-Type": type_, "Origin": self.origin, "X-Crible-Token": self.token}
        given.update(headers or {})
        given = {name: value for name, value in given.items() if value is not None}
        status, reply, content = self.ask("POST", path, body, given)
        return status, json.loads(content)

    def screen(self, *files, **fields):
        parts = [(name.replace("_", "-"), value) for name, value in fields.items()]
        status, answer = self.post("/screen", parts + [("file", file) for file in files])
        if status != 200:
            raise AssertionError(f"{status}: {answer}")
        return answer

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        status = self.process.wait(timeout=30)
        self.process.stdout.close()
        complaints = self.process.stderr.read().decode()
        self.process.stderr.close()
        left = os.listdir(self.folder.name)
        self.folder.cleanup()
        return status, complaints, left


def form(parts):
    boundary = "----crible-test-8f3a"
    body = b""
    for name, value in parts:
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"'.encode()
        if isinstance(value, tuple):
            body += f'; filename="{value[0]}"\r\nContent-Type: application/octet-stream'.encode()
            value = value[1]
        else:
            value = value.encode()
        body += b"\r\n\r\n" + value + b"\r\n"
    return f"multipart/form-data; boundary={boundary}", body + f"--{boundary}--\r\n".encode()


GOOD = ("dossier.xml", contents(DOSSIER))


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()

    @classmethod
    def tearDownClass(cls):
        status, complaints, left = cls.server.stop()
        assert (status, complaints, left) == (0, "", []), (status, complaints, left)

    # What is given.

    def test_page_and_its_files(self):
        for path, type_ in [("/", "text/html"), ("/page.css", "text/css"), *((script, "text/javascript") for script in SCRIPTS),
                            ("/words.json", "application/json"), ("/favicon.ico", "image/svg+xml")]:
            status, headers, body = self.server.get(path)
            self.assertEqual(status, 200, path)
            self.assertTrue(headers["Content-Type"].startswith(type_), path)
            self.assertEqual(len(body), int(headers["Content-Length"]))
            self.assertNotIn(b"https:", body)
        for script in SCRIPTS:
            self.assertEqual(self.server.get(script)[2], contents(f"{ROOT}/engine/cli/serve/page{script}"))
            self.assertIn(f'src="{script}"', self.server.get("/")[2].decode())
        self.assertEqual(self.server.get("/page.css")[2], contents(f"{ROOT}/engine/cli/serve/page/page.css"))

    def test_every_blank_of_the_page_is_filled(self):
        self.assertNotRegex(self.server.get("/")[2].decode(), r"@\w+@")

    def test_every_word_of_the_script_is_there(self):
        words = json.loads(self.server.get("/words.json")[2])
        script = "".join(self.server.get(path)[2].decode() for path in SCRIPTS)
        asked = re.findall(r"say\('(\w+)'", script)
        self.assertGreater(len(asked), 30)
        for word in asked:
            self.assertIn(word, words)

    def test_headers_keep_others_out(self):
        for path in ["/", "/page.js", "/nothing"]:
            headers = self.server.get(path)[1]
            policy = headers["Content-Security-Policy"]
            for rule in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
                         "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"]:
                self.assertIn(rule, policy.split("; "))
            self.assertEqual(headers["Cache-Control"], "no-store")
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertNotIn("Access-Control-Allow-Origin", headers)

    def test_head_has_no_body(self):
        status, headers, body = self.server.ask("HEAD", "/page.js")
        self.assertEqual((status, body), (200, b""))

    def test_listens_on_loopback_only(self):
        port = f"{self.server.port:04X}"
        with open("/proc/net/tcp") as table:
            listening = [line.split()[1] for line in table if line.split()[3] == "0A"]
        self.assertEqual([address for address in listening if address.endswith(":" + port)], ["0100007F:" + port])

    # The screening is the command's.

    def test_result_is_that_of_the_command(self):
        answer = self.server.screen(GOOD)
        self.assertEqual((answer["exit"], answer["file"], answer["failure"]), (1, "dossier.xml", None))
        self.assertEqual(answer["diagnostics"], [])
        self.assertEqual(answer["result"], json.loads(command("screen", DOSSIER, "--readings", "--format", "json")))
        self.assertEqual(answer["text"], command("screen", DOSSIER, "--readings=flips"))
        self.assertEqual(answer["chart"], command("chart", DOSSIER, expect=0))
        self.assertIsNone(answer["html"])
        answer = self.server.screen(GOOD, report="html")
        self.assertEqual(answer["html"], command("screen", DOSSIER, "--format", "html"))
        self.assertEqual(answer["dossier"], command("convert", DOSSIER, "--to", "dossier", expect=0))

    def test_whatif_is_that_of_the_command(self):
        change = "holder=alpha shares=1000 class=O to=fondateurs"
        status, answer = self.server.post("/whatif", [("change", "sell " + change), ("file", GOOD)])
        self.assertEqual((status, answer["exit"], answer["result"]["verdict"]), (200, 0, "eligible"))
        told = json.loads(command("whatif", DOSSIER, "--sell", change, "--format", "json", expect=0))
        self.assertEqual(answer["text"], command("whatif", DOSSIER, "--sell", change, expect=0))
        self.assertEqual([one["upper"]["value"] for one in answer["result"]["criteria"][:4]],
                         [one["after"]["upper"]["value"] for one in told["criteria"][:4]])

    def test_changes_come_one_after_the_other(self):
        changes = [("change", "sell holder=alpha shares=1000 to=new country=US"),
                   ("change", "sell holder=new shares=400 to=fondateurs")]
        answer = self.server.post("/whatif", [("file", GOOD)] + changes)[1]
        self.assertEqual(answer["result"]["criteria"][1]["upper"]["value"], "21/100")  # 60 % of 25 %, and 6 %

    def test_a_change_that_cannot_be(self):
        for change in ["sell holder=nobody shares=1 to=alpha", "sell holder=alpha shares=999999 to=fondateurs",
                       "wish holder=alpha", ""]:
            status, answer = self.server.post("/whatif", [("change", change), ("file", GOOD)])
            self.assertEqual((status, answer["exit"], answer["result"]), (200, 64, None), change)
            self.assertTrue(answer["diagnostics"] or answer["failure"])

    def test_date_of_the_facts(self):
        answer = self.server.screen(GOOD, as_of="2018-01-01")
        self.assertEqual(answer["result"]["as_of"], "2018-01-01")
        self.assertEqual(self.server.screen(GOOD, as_of="soon")["exit"], 64)

    # What can be opened.

    def test_what_is_wrong_has_its_place(self):
        answer = self.server.screen(("mon dossier.xml", contents(f"{ROOT}/tests/cases/A26.xml")))
        self.assertEqual((answer["exit"], answer["result"], answer["dossier"]), (65, None, None))
        [first] = answer["diagnostics"]
        self.assertEqual((first["severity"], first["code"], first["file"], first["line"]),
                         ("error", "lots-exceed-issued", "mon dossier.xml", 7))
        self.assertNotIn("/proc", json.dumps(answer))

    def test_anything_else_is_refused_with_a_reason(self):
        for content in [b"\x89PNG\r\n\x1a\n\0\0", b"<html>", b"PK\x03\x04 but no zip", b"%PDF-1.7", b"a" * 100000,
                        b"\xff\xfe<\0", b"<dossier/>"]:
            answer = self.server.screen(("file", content))
            self.assertIsNone(answer["result"])
            self.assertGreaterEqual(answer["exit"], 64)
            self.assertTrue(answer["failure"] or answer["diagnostics"], content)
            self.assertNotIn("/proc", json.dumps(answer))

    def test_a_zip(self):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("montagne/dossier.xml", GOOD[1])
        self.assertEqual(self.server.screen(("montagne.zip", packed.getvalue()))["exit"], 1)

    def test_a_folder_with_documents(self):
        cited = GOOD[1].replace(b'<source id="statuts"', 'SHA <source id="statuts" file="pièces/statuts.pdf"'.encode())
        cited = cited.replace(b"SHA ", b"")
        files = [("montagne/pièces/statuts.pdf", b"%PDF"), ("montagne/dossier.xml", cited), ("montagne/notes.xml", b"<x/>")]
        answer = self.server.screen(*files)
        self.assertEqual((answer["exit"], answer["diagnostics"], answer["file"]), (1, [], "dossier.xml"))
        hashed = cited.replace(b"statuts.pdf\"", b"statuts.pdf\" sha256=\"" + b"0" * 64 + b"\"")
        answer = self.server.screen(files[0], ("montagne/dossier.xml", hashed))
        self.assertEqual((answer["exit"], answer["diagnostics"][0]["severity"]), (65, "error"))

    def test_the_only_xml_file_is_the_dossier(self):
        self.assertEqual(self.server.screen(("statuts.pdf", b"%PDF"), ("Montagne.XML", GOOD[1]))["exit"], 1)

    def test_several_files_without_a_dossier(self):
        answer = self.server.screen(("a.xml", GOOD[1]), ("b.xml", GOOD[1]))
        self.assertEqual(answer["result"], None)
        self.assertIn("dossier.xml", answer["failure"])

    def test_a_table_of_holders(self):
        table = contents(f"{ROOT}/tests/tables/data/holders.csv")
        answer = self.server.screen(("holders.csv", table), candidate="Montagne", as_of="2023-02-15")
        self.assertEqual(answer["result"]["candidate"]["name"], "Montagne")
        self.assertEqual(self.server.screen(("holders.csv", table))["exit"], 64)

    def test_registers(self):
        links = contents(f"{ROOT}/tests/french/data/links.json")
        subject = "552100554"
        answer = self.server.screen(("links.json", links), candidate=subject, as_of="2023-02-15")
        self.assertEqual(answer["result"]["candidate"]["identifiers"][0]["value"], subject)
        self.assertEqual(self.server.screen(("links.json", links))["diagnostics"][0]["code"], "no-subject")
        statements = contents(f"{ROOT}/tests/bods/data/everything.json")
        self.assertEqual(self.server.screen(("bods.json", statements))["diagnostics"][0]["code"], "no-candidate")

    def test_nothing_outside_what_was_dropped_is_read(self):
        for file in ["0", "1", "4", "5", "../status", "../../../etc/passwd", "/etc/passwd", "../environ"]:
            cited = GOOD[1].replace(b'<source id="statuts"', f'<source id="statuts" file="{file}"'.encode())
            for others in [(), (("other.txt", b""),)]:
                answer = self.server.screen(("dossier.xml", cited), *others)
                told = [one for one in answer["diagnostics"]]
                self.assertTrue(told or file in "014", file)
                self.assertNotIn("root:", json.dumps(answer))
        entity = (b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                  b'<dossier xmlns="urn:crible:dossier:1" candidate="a">&x;</dossier>')
        answer = self.server.screen(("dossier.xml", entity))
        self.assertEqual(answer["exit"], 65)
        self.assertNotIn("root:", json.dumps(answer))

    def test_names_are_no_markup(self):
        name = "a<script>&\"'\u202e\u0301.xml".replace('"', "%22")
        self.assertEqual(self.server.screen((name, GOOD[1]))["file"], name)

    # Who may ask.

    def test_only_the_page_may_ask(self):
        for headers in [{"X-Crible-Token": None}, {"X-Crible-Token": "0" * 64}, {"X-Crible-Token": self.server.token[:-1]},
                        {"X-Crible-Token": self.server.token + "0"}, {"Origin": None}, {"Origin": "null"},
                        {"Origin": "http://example.org"}, {"Origin": f"http://127.0.0.1:{self.server.port + 1}"},
                        {"Origin": f"https://127.0.0.1:{self.server.port}"},
                        {"Origin": f"http://127.0.0.1.example.org:{self.server.port}"},
                        {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}]:
            for path in ["/screen", "/whatif", "/nothing"]:
                status, answer = self.server.post(path, [("file", GOOD)], headers)
                self.assertEqual(status, 403, headers)
                self.assertEqual(list(answer), ["error"])

    def test_the_page_may_ask_by_either_name(self):
        host = f"localhost:{self.server.port}"
        status, _ = self.server.post("/screen", [("file", GOOD)], {"Host": host, "Origin": f"http://{host}"})
        self.assertEqual(status, 200)

    def test_another_name_for_this_machine_is_refused(self):
        port = self.server.port
        for host in ["example.org", f"example.org:{port}", f"127.0.0.1:{port + 1}", "127.0.0.1", f"[::1]:{port}",
                     f"localhost.example.org:{port}", ""]:
            self.assertEqual(self.server.get("/", Host=host)[0], 403, host)
            self.assertEqual(self.server.post("/screen", [("file", GOOD)], {"Host": host})[0], 403, host)
        self.assertNotIn(self.server.token.encode(), self.server.get("/", Host="example.org")[2])

    def test_no_preflight_is_answered(self):
        status, headers, _ = self.server.ask("OPTIONS", "/screen", headers={
            "Origin": "http://example.org", "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "x-crible-token"})
        self.assertEqual(status, 405)
        self.assertFalse([name for name in headers if name.lower().startswith("access-control")])

    # What is no request of the page.

    def test_paths_and_methods(self):
        for path in ["/nothing", "/page.html", "/../../etc/passwd", "/%2e%2e/etc/passwd", "/screen/", "//"]:
            self.assertEqual(self.server.get(path)[0], 404, path)
        self.assertEqual(self.server.post("/", [("file", GOOD)])[0], 404)
        for method in ["PUT", "DELETE", "PATCH", "TRACE"]:
            self.assertEqual(self.server.ask(method, "/screen")[0], 405, method)
        self.assertEqual(self.server.get("/screen")[0], 405)

    def test_forms_that_are_none(self):
        cases = [("/screen", []), ("/screen", [("as-of", "2023-02-15")]), ("/screen", [("wish", "x"), ("file", GOOD)]),
                 ("/screen", [("file", GOOD), ("change", "sell holder=alpha shares=1 to=fondateurs")]),
                 ("/whatif", [("file", GOOD)]), ("/screen", [("file", GOOD), ("report", "pdf")]),
                 ("/whatif", [("file", GOOD), ("change", "x"), ("report", "html")]), ("/screen", [("as-of", "x" * 32), ("file", GOOD)]),
                 ("/screen", [("file", ("n" * 600, b"x"))]), ("/whatif", [("change", "a\0b"), ("file", GOOD)])]
        for path, parts in cases:
            self.assertEqual(self.server.post(path, parts)[0], 400, parts[:1])
        for type_ in ["text/plain", "application/json", "multipart/form-data"]:
            self.assertEqual(self.server.post("/screen", [("file", GOOD)], {"Content-Type": type_})[0], 400, type_)

    def head(self, length, boundary="bb"):
        return (f"POST /screen HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\nOrigin: {self.server.origin}\r\n"
                f"X-Crible-Token: {self.server.token}\r\nContent-Type: multipart/form-data; boundary={boundary}\r\n"
                f"Content-Length: {length}\r\n\r\n").encode()

    def test_too_much(self):
        for length in [LIMIT + 1, 10**9, 10**30]:
            with socket.create_connection(("127.0.0.1", self.server.port), 10) as asked:
                asked.sendall(self.head(length))
                self.assertIn(b" 413 ", asked.recv(1000), length)
        self.assertEqual(self.server.post("/screen", [("file", ("f", b"x"))] * 257)[0], 413)
        self.assertEqual(self.server.post("/whatif", [("file", GOOD)] + [("change", "x")] * 65)[0], 413)
        self.assertEqual(self.server.post("/whatif", [("file", GOOD), ("change", "x" * 17000)])[0], 413)

    def test_too_much_that_is_not_announced(self):
        type_, body = form([("file", ("big", b"x" * LIMIT))])
        pieces = (body[i:i + 1000000] for i in range(0, len(body), 1000000))
        status, _, _ = self.server.ask("POST", "/screen", pieces, {
            "Content-Type": type_, "Origin": self.server.origin, "X-Crible-Token": self.server.token,
            "Transfer-Encoding": "chunked"}, chunked=True)
        self.assertEqual(status, 413)

    def test_half_a_form_is_no_dossier(self):
        type_, body = form([("file", GOOD)])
        headers = {"Content-Type": type_, "Origin": self.server.origin, "X-Crible-Token": self.server.token}
        self.assertEqual(self.server.ask("POST", "/screen", body[:len(body) // 2], headers)[0], 400)

    # Several at a time.

    def test_several_at_once(self):
        listed = ("dossier.xml", contents(f"{ROOT}/datasets/dossiers/listed-group/dossier.xml"))
        alone = {file: self.server.screen(file) for file in (GOOD, listed)}
        failures, answered = [], []

        def ask(file):
            for _ in range(5):
                status, answer = self.server.post("/screen", [("file", file)])
                answered.append(status)
                if status == 200 and answer != alone[file]:
                    failures.append(answer)
                elif status not in (200, 503):
                    failures.append(status)

        threads = [threading.Thread(target=ask, args=(file,)) for file in (GOOD, listed)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual((failures, answered), ([], [200] * 10))

    def test_who_sends_slowly_holds_nobody_up(self):
        idle = []
        head = self.head(1000) + b"--bb\r\n"
        for _ in range(5):
            idle.append(socket.create_connection(("127.0.0.1", self.server.port)))
            idle[-1].sendall(head)
        self.assertEqual(self.server.screen(GOOD)["exit"], 1)
        idle.append(socket.create_connection(("127.0.0.1", self.server.port)))
        idle[-1].sendall(head)
        while True:  # all places are taken once the last head has been read
            status, answer = self.server.post("/screen", [("file", GOOD)])
            if status == 503:
                break
        self.assertIn("try again", answer["error"])
        for one in idle:
            one.close()
        while status == 503:
            status, answer = self.server.post("/screen", [("file", GOOD)])
        self.assertEqual((status, answer["exit"]), (200, 1))


class Running(unittest.TestCase):
    def test_two_have_two_tokens(self):
        first, second = Server(), Server("--lang", "fr")
        self.assertNotEqual(first.token, second.token)
        self.assertNotEqual(first.port, second.port)
        self.assertEqual(second.post("/screen", [("file", GOOD)], {"X-Crible-Token": first.token})[0], 403)
        self.assertIn('<html lang="fr">', second.get("/")[2].decode())
        self.assertIn("droits de vote", second.screen(GOOD)["text"])
        for server in (first, second):
            self.assertEqual(server.stop(), (0, "", []))

    def test_interrupt_ends_it_in_good_order(self):
        server = Server()
        idle = socket.create_connection(("127.0.0.1", server.port))
        self.assertEqual(server.stop(signal.SIGINT), (0, "", []))
        idle.close()
        self.assertRaises(OSError, socket.create_connection, ("127.0.0.1", server.port), 2)

    def test_ends_while_it_works(self):
        server = Server()
        type_, body = form([("file", GOOD)])
        asked = socket.create_connection(("127.0.0.1", server.port))
        asked.sendall((f"POST /screen HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nOrigin: {server.origin}\r\n"
                       f"X-Crible-Token: {server.token}\r\nContent-Type: {type_}\r\nContent-Length: {len(body)}\r\n\r\n"
                       ).encode() + body)
        self.assertEqual(server.stop(), (0, "", []))
        asked.close()

    def test_port(self):
        server = Server()
        port = str(server.port)
        done = subprocess.run([CRIBLE, "serve", "--port", port], capture_output=True, timeout=30)
        self.assertEqual((done.returncode, done.stdout), (74, b""))
        self.assertIn(b"port " + port.encode() + b" is taken", done.stderr)
        server.stop()
        again = Server("--port", port)
        self.assertEqual(str(again.port), port)
        again.stop()
        for wrong in ["-1", "65536", "x", "", "1.5", "99999999999999999999"]:
            done = subprocess.run([CRIBLE, "serve", "--port=" + wrong], capture_output=True, timeout=30)
            self.assertEqual((done.returncode, done.stdout), (64, b""), wrong)

    def test_ruleset(self):
        server = Server("--ruleset", "secnumcloud-2023-strict")
        self.assertIn(b"secnumcloud-2023-strict", server.get("/")[2])
        self.assertEqual(server.screen(GOOD)["result"]["ruleset"]["id"], "secnumcloud-2023-strict")
        server.stop()
        done = subprocess.run([CRIBLE, "serve", "--ruleset", "none"], capture_output=True, timeout=30)
        self.assertEqual((done.returncode, done.stdout), (66, b""))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]] + sys.argv[3:])
