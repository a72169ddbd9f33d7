package io.coffer.cli.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class BillingCommandsTest {

  private static final String ID = "11111111-1111-4111-8111-111111111111";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "freeze " + ID,
        "freeze --scene PARTNER_ARREAR --releasable " + ID + " " + ID,
        "freeze --all --project region-2",
        "thaw --account",
        "top-up 100.00 --currency EUR"
      })
  void takesOneWayToSayWhatIsMeant(String line) {
    assertThat(new CommandLine(new BillingCommands()).parseArgs(line.split(" ")).hasSubcommand())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "freeze",
        "freeze --all --account",
        "freeze --all " + ID,
        "thaw",
        "thaw not-an-id",
        "top-up much"
      })
  void refusesNoneAndMoreThanOne(String line) {
    CommandLine billing = new CommandLine(new BillingCommands());
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> billing.parseArgs(line.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"freeze", "thaw"})
  void leavesToBillingWhatNobodyPaysFor(String verb) {
    StringWriter said = new StringWriter();
    CommandLine billing = new CommandLine(new BillingCommands()).setErr(new PrintWriter(said));
    assertThat(billing.execute(verb, "--scene", "ARREAR", ID)).isEqualTo(2);
    assertThat(said.toString()).contains("top-up", "renew");
  }
}
