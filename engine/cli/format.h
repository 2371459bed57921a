/* The option --format: one of the names that a verb can write. */
#ifndef CR_CLI_FORMAT_H
#define CR_CLI_FORMAT_H

/* The index of `value` in `formats`, 0 when it is not given (NULL), -1 after a complaint that
 * says which formats there are. */
int cr_format_read(const char *value, const char *const *formats, int count);

#endif
