package io.coffer.gateway.connection;

import java.util.Comparator;
import java.util.List;

/**
 * What waits for one client to read it, as it was at one moment: its client reads on meanwhile.
 *
 * @param connection of that client
 * @param bytes that it has not read
 */
record UnreadAnswers(Connection connection, long bytes) {

  /** Those with the most to read that have to go for the rest to be no more than that. */
  static List<UnreadAnswers> beyond(long most, List<UnreadAnswers> all) {
    long left = all.stream().mapToLong(UnreadAnswers::bytes).sum();
    List<UnreadAnswers> mostFirst =
        all.stream().sorted(Comparator.comparingLong(UnreadAnswers::bytes).reversed()).toList();
    int go = 0;
    while (left > most) {
      left -= mostFirst.get(go).bytes;
      go++;
    }
    return mostFirst.subList(0, go);
  }
}
