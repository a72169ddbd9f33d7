package io.coffer.scheduler.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.owner.page.Page;
import io.coffer.scheduler.Samples;
import io.coffer.scheduler.backup.Stock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplanationPageTest {

  private static final List<Stock> ALL =
      Stream.of("a", "b", "c", "d").map(id -> new Stock(Samples.VAULT, id, 3)).toList();

  @Test
  void readsNoResourceWhoseBackupsAreOnAnotherPage() {
    assertThat(on(4, 4)).containsExactly("b", "c");
    assertThat(on(3, 3)).containsExactly("b");
    assertThat(on(0, 1)).containsExactly("a");
    assertThat(on(11, 1000)).containsExactly("d");
    assertThat(on(12, 1000)).isEmpty();
  }

  @Test
  void cutsThePageOutOfTheBackupsOfItsResources() {
    ExplanationPage page = new ExplanationPage(new Page(4, 4, null));
    List<String> told =
        page.on(ALL).stream()
            .flatMap(stock -> IntStream.range(0, 3).mapToObj(i -> stock.resourceId() + i))
            .toList();
    told.forEach(name -> page.add(List.of(Explanations.staying(name))));
    assertThat(page.explanation().backups())
        .extracting(OutlookView::backupName)
        .containsExactly("b1", "b2", "c0", "c1");
    assertThat(page.explanation().count()).isEqualTo(12);
  }

  private static List<String> on(int offset, int limit) {
    return new ExplanationPage(new Page(limit, offset, null))
        .on(ALL).stream().map(Stock::resourceId).toList();
  }
}
