//! Documents for people: values in, bytes out. Nothing here writes a file.
