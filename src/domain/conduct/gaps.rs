//! What is missing in the findings of a session.
