package io.coffer.systemtests.faults.saga;

/**
 * A moment of a unit of work that a service may die at.
 *
 * @param unit the number of the unit, from 1
 */
record Cell(String process, Where where, int unit) {

  /** How far the unit is; a service calls it so itself, too. */
  enum Where {
    CLAIMED,
    COMMITTED,
    /** The first of its records is in Kafka. */
    SENT
  }

  Cell next() {
    return new Cell(process, where, unit + 1);
  }
}
