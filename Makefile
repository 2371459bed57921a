# crible: build, test, install. `make help` lists what can be asked for.

VERSION := 0.1.0
SOVERSION := 0

PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= build

CC ?= cc
CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
WERROR ?=
SANITIZE ?=

LIBRARIES := igraph libxml-2.0 json-c nettle
LIBRARY_FLAGS = $(shell pkg-config --cflags $(LIBRARIES))
LIBRARY_LINK = $(shell pkg-config --libs $(LIBRARIES)) -lflint -lgmp -lm

ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -fPIC -fvisibility=hidden -frounding-math \
  $(WARNINGS) $(WERROR) $(CFLAGS) $(SANITIZE) -Iinclude -I. \
  -DCRIBLE_DATA_FOLDER='"$(PREFIX)/share/crible"' -DCRIBLE_LOCALE_FOLDER='"$(PREFIX)/share/locale"' \
  $(patsubst -I%,-isystem %,$(LIBRARY_FLAGS)) -MMD -MP

CLI_SOURCES := $(sort $(shell find engine/cli -name '*.c' 2>/dev/null))
LIB_SOURCES := $(sort $(shell find engine importers -name '*.c' -not -path 'engine/cli/*'))
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(BUILD)/%.o)
CLI_OBJECTS := $(CLI_SOURCES:%.c=$(BUILD)/%.o)

STATIC := $(BUILD)/libcrible.a
SHARED := $(BUILD)/libcrible.so.$(VERSION)

# One test program a room: tests/<room>/*.c with tests/support/*.c.
TEST_ROOMS := $(sort $(notdir $(patsubst %/,%,$(dir $(wildcard tests/*/test_*.c)))))
TEST_SUPPORT := $(wildcard tests/support/*.c)
TEST_PROGRAMS := $(TEST_ROOMS:%=$(BUILD)/test-%)
BENCH_SOURCES := $(wildcard bench/*.c)
BENCH_PROGRAMS := $(BENCH_SOURCES:bench/%.c=$(BUILD)/bench/%)

.PHONY: all
all: $(STATIC) $(SHARED) $(BUILD)/crible $(BUILD)/crible.pc ## library and command

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c $< -o $@

$(STATIC): $(LIB_OBJECTS)
	@rm -f $@
	ar rcs $@ $^

$(SHARED): $(LIB_OBJECTS)
	$(CC) $(CFLAGS) $(SANITIZE) -shared -Wl,-soname,libcrible.so.$(SOVERSION) $^ $(LIBRARY_LINK) -o $@
	ln -sf $(@F) $(BUILD)/libcrible.so.$(SOVERSION)
	ln -sf $(@F) $(BUILD)/libcrible.so

$(BUILD)/crible: $(CLI_OBJECTS) $(STATIC)
	$(CC) $(CFLAGS) $(SANITIZE) $(CLI_OBJECTS) $(STATIC) $(LIBRARY_LINK) -o $@

$(BUILD)/crible.pc: engine/crible.pc.in Makefile
	@mkdir -p $(@D)
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' $< > $@

define TEST_PROGRAM
$(BUILD)/test-$(1): $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/$(1)/*.c) $(TEST_SUPPORT)) $(STATIC)
	@mkdir -p $$(@D)
	$$(CC) $$(CFLAGS) $$(SANITIZE) $$^ $$(LIBRARY_LINK) -lcriterion -o $$@
endef
$(foreach room,$(TEST_ROOMS),$(eval $(call TEST_PROGRAM,$(room))))

.PHONY: test
test: all $(TEST_PROGRAMS) ## run every test (what it needs must be installed)
	@for t in $(TEST_PROGRAMS); do echo "== $$t"; CRIBLE_DATA_DIR=datasets $$t --quiet || exit 1; done

.PHONY: test-%
test-%: $(BUILD)/test-% ## run the tests of one room
	CRIBLE_DATA_DIR=datasets $<

.PHONY: clean
clean: ## remove what was built
	rm -rf $(BUILD)

.PHONY: help
help: ## this list
	@grep -hE '^[a-z%-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
