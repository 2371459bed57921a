/* Files that are only memory: no name, no folder, gone when they are closed. */
#ifndef CR_SERVE_MEMORY_FILE_H
#define CR_SERVE_MEMORY_FILE_H

/* An empty one, open for reading and writing; -1 when memory or descriptors are short. */
int cr_memory_file(void);

/* Closes every descriptor from `first` on. */
void cr_close_from(int first);

#endif
