package io.coffer.cli.dlq;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Which dead letters of one partition were retried: all below an offset, and some above it. It is
 * kept as the committed offset of a consumer group, with the exceptions as its metadata.
 *
 * @param below every offset under this one was retried
 * @param also retried offsets from there on
 */
record Retried(long below, TreeSet<Long> also) {

  private static final int MOST_METADATA = 4000; // the broker refuses more than 4096 characters

  /** What was remembered; nothing when {@code committed} is null. */
  static Retried of(OffsetAndMetadata committed) {
    if (committed == null) {
      return new Retried(0, new TreeSet<>());
    }
    String text = committed.metadata() == null ? "" : committed.metadata();
    return new Retried(
        committed.offset(),
        Arrays.stream(text.split(","))
            .filter(part -> !part.isBlank())
            .map(Long::valueOf)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  boolean contains(long offset) {
    return offset < below || also.contains(offset);
  }

  /**
   * The same with one more.
   *
   * @param start the first offset that the partition still has
   */
  Retried with(long offset, long start) {
    TreeSet<Long> more = new TreeSet<>(also);
    more.add(offset);
    long next = Math.max(below, start);
    while (more.contains(next)) {
      next++;
    }
    more.headSet(next).clear();
    return new Retried(next, more);
  }

  OffsetAndMetadata toCommit() {
    String text = also.stream().map(Object::toString).collect(Collectors.joining(","));
    if (text.length() > MOST_METADATA) {
      throw new IllegalStateException("Too many single dead letters; retry the older ones first");
    }
    return new OffsetAndMetadata(below, text);
  }
}
