package io.coffer.scheduler.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.owner.page.Page;
import io.coffer.owner.refusal.Refused;
import io.coffer.scheduler.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTallyTest {

  private static final Instant NEXT = Samples.TIME.plusSeconds(100);

  @Test
  void countsAllAndShowsThoseOnThePageTheFirstToGoFirst() {
    ForecastTally tally = new ForecastTally(new Page(2, 1, null), NEXT);
    for (int second : new int[] {300, 50, 200, 100, 400}) {
      tally.add(
          List.of(
              Explanations.going("at " + second, Samples.TIME.plusSeconds(second)),
              Explanations.staying("beside " + second)));
    }
    OutlookView.Forecast forecast = tally.forecast();
    assertThat(forecast.backups())
        .extracting(OutlookView::backupName)
        .containsExactly("at 100", "at 200");
    assertThat(forecast.count()).isEqualTo(5);
    assertThat(forecast.keptCount()).isEqualTo(5);
    assertThat(forecast.bytes()).isEqualTo(50);
    assertThat(forecast.bytesNext()).isEqualTo(20);
  }

  @Test
  void remembersNoMoreThanTenThousand() {
    assertThat(new ForecastTally(new Page(1000, 9000, null), NEXT).forecast().count()).isZero();
    assertThatThrownBy(() -> new ForecastTally(new Page(1000, 9001, null), NEXT))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("offset");
  }
}
