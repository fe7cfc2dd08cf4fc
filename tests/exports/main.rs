//! Tests of the documents for people: each is read back by a reader of its format.

#[cfg(test)]
mod any_plan;
#[cfg(test)]
mod calendar;
#[cfg(test)]
mod kit;
#[cfg(test)]
mod page;
#[cfg(test)]
mod sheet;
#[cfg(test)]
mod word;
