//! What schools write, read: bytes and text in, values out. Nothing here opens a file.
