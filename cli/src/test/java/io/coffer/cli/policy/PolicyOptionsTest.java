package io.coffer.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class PolicyOptionsTest {

  @Command
  private static final class Any {
    @Mixin PolicyOptions options;
  }

  @Test
  void sayNothingThatNobodyTyped() {
    PolicyOptions options = parse();
    assertThat(options.definition()).isEmpty();
    assertThat(options.trigger()).isEmpty();
  }

  @Test
  void becomeTheFieldsOfTheApi() {
    PolicyOptions options =
        parse(
            "--pattern=FREQ=DAILY;BYHOUR=2",
            "--pattern=FREQ=DAILY;BYHOUR=4",
            "--schedule-timezone=Europe/Berlin",
            "--keep=3",
            "--keep-weekly=2",
            "--timezone=UTC+01:00",
            "--full-interval=-1");
    assertThat(options.definition().toString())
        .isEqualTo(
            "{\"max_backups\":3,\"week_backups\":2,\"full_backup_interval\":-1,"
                + "\"timezone\":\"UTC+01:00\"}");
    assertThat(options.trigger().toString())
        .isEqualTo(
            "{\"properties\":{\"pattern\":[\"FREQ=DAILY;BYHOUR=2\",\"FREQ=DAILY;BYHOUR=4\"],"
                + "\"x_schedule_timezone\":\"Europe/Berlin\"}}");
  }

  @Test
  void leaveWhatAPolicyKeepsWhereTheySayNothingOfIt() throws IOException {
    JsonNode known =
        new ObjectMapper()
            .readTree(
                "{\"max_backups\":3,\"day_backups\":2,\"timezone\":\"UTC+01:00\",\"new\":[1]}");
    assertThat(parse("--full-interval=6").over(known).toString())
        .isEqualTo(
            "{\"max_backups\":3,\"day_backups\":2,\"timezone\":\"UTC+01:00\",\"new\":[1],"
                + "\"full_backup_interval\":6}");
    assertThat(parse("--keep-for=30").over(known).toString())
        .isEqualTo("{\"timezone\":\"UTC+01:00\",\"new\":[1],\"retention_duration_days\":30}");
  }

  private static PolicyOptions parse(String... arguments) {
    Any any = new Any();
    new CommandLine(any).parseArgs(arguments);
    return any.options;
  }
}
