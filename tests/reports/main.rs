//! Tests of the report and of the papers around it: each is read back by a reader of its format.

#[cfg(test)]
mod agreed;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod happened;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod innocent;
#[cfg(test)]
mod kit;
#[cfg(test)]
mod one_page;
#[cfg(test)]
mod open;
#[cfg(test)]
mod placed;
#[cfg(test)]
mod readers;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod sheets;
#[cfg(test)]
mod signed;
#[cfg(test)]
mod usual;
