package io.coffer.scheduler.retention;

import io.coffer.owner.page.Page;
import io.coffer.owner.refusal.Refused;
import io.coffer.scheduler.retention.Explaining.Explained;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Adds up what a rule would do, and keeps of those that go the first ones, for a page of them. */
final class ForecastTally {

  /** So many of those that go can be looked at. */
  static final int MOST = 10_000;

  private static final Comparator<Explained> FIRST_FIRST =
      Comparator.comparing((Explained one) -> one.at().orElseThrow())
          .thenComparing(one -> one.backup().takenAt())
          .thenComparing(one -> one.backup().id());

  private final Page page;
  private final Instant next;
  private final PriorityQueue<Explained> first = new PriorityQueue<>(FIRST_FIRST.reversed());
  private long kept;
  private long going;
  private long bytes;
  private long bytesNext;

  /**
   * Nothing yet.
   *
   * @param next when the rule runs next
   */
  ForecastTally(Page page, Instant next) {
    if ((long) page.offset() + page.limit() > MOST) {
      throw Refused.parameter("offset", "and limit must be " + MOST + " together at most");
    }
    this.page = page;
    this.next = next;
  }

  void add(List<Explained> backups) {
    backups.forEach(this::add);
  }

  private void add(Explained one) {
    if (one.at().isEmpty()) {
      kept++;
      return;
    }
    going++;
    bytes += one.backup().storedBytes();
    if (!one.at().get().isAfter(next)) {
      bytesNext += one.backup().storedBytes();
    }
    first.add(one);
    if (first.size() > page.offset() + page.limit()) {
      first.remove();
    }
  }

  OutlookView.Forecast forecast() {
    return new OutlookView.Forecast(
        first.stream()
            .sorted(FIRST_FIRST)
            .skip(page.offset())
            .limit(page.limit())
            .map(OutlookView::of)
            .toList(),
        going,
        kept,
        bytes,
        bytesNext,
        page.limit(),
        page.offset());
  }
}
