package io.coffer.policy.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorFileTest {

  private static final String BACKUP =
      "{'id':'a','protected_at':'2024-01-01T00:00:00Z','status':'available'}";

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "{}", "7", "{'vectors':[]}", "{'vectors':{}}"})
  void refusesWhatIsNoFileOfVectors(String content) {
    assertThatIllegalArgumentException().isThrownBy(() -> evaluate(content));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'kind':'misfire'} | vectors[0] | malformed: it has no id",
        "{'id':'x'} | x | malformed: it must have an input and what is expected",
        "{'id':'x','kind':'new','input':{},'expected':[]} | x | unknown kind 'new'",
        "{'id':'x','kind':'misfire','input':{'fires':3},'expected':[]} | x"
            + " | malformed: input.fires is not a list",
        "{'id':'x','kind':'misfire','input':{'fires':['soon']},'expected':[]} | x"
            + " | malformed: input.fires[0] is not an instant",
        "{'id':'x','kind':'misfire','input':{'fires':[],'now':'2024-01-01T00:00:00Z',"
            + "'grace_min':'60'},'expected':[]} | x"
            + " | malformed: input.grace_min is not a whole number",
        "{'id':'x','kind':'overlap','input':{'fires':[],'durations_min':[]},'expected':[]} | x"
            + " | malformed: input.durations_min has no duration",
        "{'id':'x','kind':'validation','input':{},'expected':{'accepted':'no'}} | x"
            + " | malformed: expected.accepted is not true or false",
        "{'id':'x','kind':'schedule','input':{'pattern':[],"
            + "'start_time':'2024-01-01T00:00:00Z','from':'2024-01-01T00:00:00Z',"
            + "'to':'2024-01-01T00:00:00Z'},'expected':[]} | x"
            + " | refused: policy.trigger.properties.pattern must have 1 to 24 patterns.",
        "{'id':'x','kind':'misfire','input':{'fires':['+999999999-12-31T23:59:59Z'],"
            + "'now':'+999999999-12-31T23:59:59Z','grace_min':2000000000},'expected':[]} | x"
            + " | malformed: an instant in it is too far away",
      })
  void saysWhatIsWrongWithAVectorInOneLine(String vector, String id, String difference) {
    assertThat(evaluate("{'vectors':[" + vector + "]}"))
        .containsExactly(new VectorFile.Result(id, difference));
  }

  @Test
  void keepsToOneLineWhateverAVectorIsCalled() {
    assertThat(evaluate("{'vectors':[{'id':'x\\ny','kind':'\\n','input':{},'expected':[]}]}"))
        .containsExactly(new VectorFile.Result("x y", "unknown kind ' '"));
  }

  @Test
  void saysForEachBackupWhatIsOtherThanExpected() {
    assertThat(retention("'keep':{'a':['last-2']},'delete':{'b':'quantity'},'ignored':{}"))
        .isEqualTo(
            "keep a: expected [last-2], the rules say [last-1];"
                + " delete b: expected quantity, the rules say nothing");
  }

  @Test
  void comparesWordsThatCanBeWrongAndNotThoseForPeople() {
    String file =
        "{'vectors':[{'id':'x','kind':'retention','input':{'operation_definition':{},"
            + "'now':'2024-02-01T00:00:00Z','backups':["
            + BACKUP
            + ",{'id':'m','created_at':'2024-01-02T00:00:00Z','manual':true}]},"
            + "'expected':{'keep':{'a':['%s']},'delete':{},'ignored':{'m':'%s'}}}]}";
    assertThat(evaluate(file.formatted("permanent", "manual")).get(0).ok()).isTrue();
    assertThat(evaluate(file.formatted("kept for ever", "by hand")).get(0).ok()).isTrue();
    assertThat(evaluate(file.formatted("last-1", "manual")).get(0).ok()).isFalse();
    assertThat(evaluate(file.formatted("permanent", "error")).get(0).ok()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'manual':true", "'automatic':false", "'auto_trigger':false"})
  void takesABackupForAutomaticUnlessTheVectorSaysOtherwise(String manual) {
    String file =
        "{'vectors':[{'id':'x','kind':'retention','input':{'operation_definition':"
            + "{'max_backups':1},'now':'2024-02-01T00:00:00Z','backups':["
            + BACKUP
            + ",{'id':'m','protected_at':'2024-01-02T00:00:00Z',%s}]},"
            + "'expected':{'keep':{'a':['last-1']},'delete':{},'ignored':{'m':'manual'}}}]}";
    assertThat(evaluate(file.formatted(manual)).get(0).difference()).isEmpty();
    assertThat(evaluate(file.formatted("'automatic':true")).get(0).ok()).isFalse();
  }

  @Test
  void refusesAnIdThatTwoBackupsHave() {
    String twice = BACKUP + "," + BACKUP;
    assertThat(
            evaluate(
                "{'vectors':[{'id':'x','kind':'failed-sweep','input':{'now':'2024-02-01T00:00:00Z',"
                    + "'backups':["
                    + twice
                    + "]},'expected':{'keep':[],'delete':[]}}]}"))
        .containsExactly(new VectorFile.Result("x", "malformed: input.backups has an id twice"));
  }

  private static String retention(String expected) {
    return evaluate(
            "{'vectors':[{'id':'x','kind':'retention','input':{"
                + "'operation_definition':{'max_backups':1},'now':'2024-02-01T00:00:00Z',"
                + "'backups':["
                + BACKUP
                + "]},'expected':{"
                + expected
                + "}}]}")
        .get(0)
        .difference();
  }

  private static List<VectorFile.Result> evaluate(String content) {
    return VectorFile.evaluate(content.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
