package io.coffer.scheduler.retention;

import io.coffer.owner.page.Page;
import io.coffer.scheduler.backup.Stock;
import io.coffer.scheduler.retention.Explaining.Explained;
import java.util.ArrayList;
import java.util.List;

/** A page of what becomes of backups, for which no more is read than what stands on it. */
final class ExplanationPage {

  private final Page page;
  private final List<OutlookView> views = new ArrayList<>();
  private long count;
  private long skipped;

  ExplanationPage(Page page) {
    this.page = page;
  }

  /** Those of these with backups on this page, which are to be added in this order. */
  List<Stock> on(List<Stock> all) {
    List<Stock> on = new ArrayList<>();
    for (Stock stock : all) {
      long from = count;
      count += stock.count();
      if (count <= page.offset()) {
        skipped = count;
      } else if (from < (long) page.offset() + page.limit()) {
        on.add(stock);
      }
    }
    return on;
  }

  void add(List<Explained> backups) {
    for (Explained one : backups) {
      if (skipped < page.offset()) {
        skipped++;
      } else if (views.size() < page.limit()) {
        views.add(OutlookView.of(one));
      }
    }
  }

  OutlookView.Explanation explanation() {
    return new OutlookView.Explanation(views, count, page.limit(), page.offset());
  }
}
