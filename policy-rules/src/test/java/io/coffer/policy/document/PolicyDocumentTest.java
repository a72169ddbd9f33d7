package io.coffer.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.policy.InvalidPolicyException;
import io.coffer.policy.document.PolicyView.Association;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentTest {

  private static final Instant CREATED = Instant.parse("2019-05-08T06:57:05Z");
  private static final String PATTERNS =
      "['FREQ=WEEKLY;BYDAY=MO,TU;BYHOUR=20;BYMINUTE=00','FREQ=DAILY;INTERVAL=5;BYHOUR=06;BYMINUTE=05']";
  private static final String TRIGGER = "'trigger':{'properties':{'pattern':" + PATTERNS + "}}";

  @Test
  void repeatsWhatWasSentAndMakesUpNothing() {
    PolicyDocument document =
        created(
            "'name':'p','operation_type':'backup','operation_definition':{'timezone':'UTC +08:00',"
                + "'max_backups':1,'advanced_retention_rules':{'x':[1,null]}},"
                + "'start_window_minutes':90,"
                + TRIGGER);
    assertThat(PolicyView.of("id", "t", CREATED, document, List.of()))
        .isEqualTo(
            json(
                "{'id':'id','name':'p','enabled':true,'operation_type':'backup',"
                    + "'operation_definition':{'timezone':'UTC +08:00','max_backups':1,"
                    + "'advanced_retention_rules':{'x':[1,null]}},'start_window_minutes':90,"
                    + "'trigger':{'id':'t','name':'default','type':'time','properties':{'pattern':"
                    + PATTERNS
                    + ",'start_time':'2019-05-08T06:57:05.000+00:00'}},'associated_vaults':[]}"));
  }

  @Test
  void keepsTheOrderOfADefinition() {
    String definition = "{'year_backups':0,'max_backups':2,'day_backups':0}";
    assertThat(plain(definition).stored().get("operation_definition").toString())
        .isEqualTo(definition.replace('\'', '"'));
  }

  @Test
  void namesVaultsAndWhereTheirReplicasGo() {
    assertThat(
            PolicyView.of(
                    "id",
                    "t",
                    CREATED,
                    plain("{}"),
                    List.of(new Association("v", null), new Association("w", "x")))
                .get("associated_vaults"))
        .isEqualTo(json("[{'vault_id':'v'},{'vault_id':'w','destination_vault_id':'x'}]"));
  }

  @Test
  void changesOnlyWhatAChangeNames() {
    PolicyDocument before = plain("{'retention_duration_days':3}");
    PolicyDocument after =
        before.changed(json("{'policy':{'enabled':false,'operation_type':'replication'}}"));
    assertThat(after.enabled()).isFalse();
    assertThat(after.operationType()).isEqualTo("backup");
    assertThat(after.name()).isEqualTo(before.name());
    assertThat(after.definition()).isEqualTo(before.definition());
    assertThat(before.changed(json("{'policy':{}}")).stored()).isEqualTo(before.stored());
    assertThat(before.enabled()).isTrue();
  }

  @Test
  void replacesADefinitionWhole() {
    PolicyDocument after =
        plain("{'retention_duration_days':3}")
            .changed(json("{'policy':{'operation_definition':{'max_backups':1}}}"));
    assertThat(after.stored().get("operation_definition")).isEqualTo(json("{'max_backups':1}"));
  }

  @Test
  void takesNullForAbsent() {
    PolicyDocument document =
        created(
            "'name':'p','enabled':null,'operation_type':'backup','operation_definition':{},"
                + TRIGGER);
    assertThat(document.enabled()).isTrue();
    assertThat(document.stored().has("enabled")).isFalse();
  }

  @Test
  void isTheSameAfterItWasStored() {
    PolicyDocument document = plain("{'max_backups':1}");
    assertThat(PolicyDocument.restored(document.stored()).stored()).isEqualTo(document.stored());
  }

  @Test
  void runsInItsOwnTimeZone() {
    PolicyDocument document =
        created(
            "'name':'p','operation_type':'backup','operation_definition':{},'trigger':"
                + "{'properties':{'x_schedule_timezone':'Asia/Shanghai',"
                + "'pattern':['FREQ=DAILY;BYHOUR=14']}}");
    assertThat(document.schedule().since(CREATED).nextAfter(CREATED))
        .isEqualTo("2019-05-09T06:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'name':null} | policy.name is mandatory and a text.",
        "{'name':'a b'} | policy.name must have 1 to 64 characters, only letters, digits,"
            + " underscores and hyphens.",
        "{'name':''} | policy.name must have 1 to 64 characters, only letters, digits,"
            + " underscores and hyphens.",
        "{'enabled':'no'} | policy.enabled must be true or false.",
        "{'operation_definition':3} | policy.operation_definition must be an object.",
        "{'operation_definition':null} | policy.operation_definition is mandatory.",
        "{'trigger':null} | policy.trigger is mandatory and an object.",
        "{'trigger':{}} | policy.trigger.properties is mandatory and an object.",
        "{'trigger':{'properties':{}}} | policy.trigger.properties.pattern must be a list.",
        "{'trigger':{'properties':{'pattern':[7]}}} | policy.trigger.properties.pattern[0] must be"
            + " a text.",
        "{'trigger':{'properties':{'pattern':['FREQ=DAILY;BYHOUR=1'],'x_schedule_timezone':8}}}"
            + " | policy.trigger.properties.x_schedule_timezone must be a text.",
      })
  void refusesWithThePathOfTheField(String other, String message) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> PolicyDocument.created(bodyWith(other)))
        .withMessage(message)
        .extracting(InvalidPolicyException::error)
        .isEqualTo(CbrError.INVALID_PARAMETER);
  }

  @Test
  void refusesAnUnknownTypeWithItsOwnCode() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> PolicyDocument.created(bodyWith("{'operation_type':'copy'}")))
        .extracting(InvalidPolicyException::error)
        .isEqualTo(CbrError.UNKNOWN_POLICY_TYPE);
  }

  @Test
  void refusesABodyWithoutAPolicy() {
    for (JsonNode body : new JsonNode[] {null, json("{}"), json("{'policy':[]}"), json("7")}) {
      assertThatExceptionOfType(InvalidPolicyException.class)
          .isThrownBy(() -> PolicyDocument.created(body))
          .withMessage("policy is mandatory and an object.");
    }
  }

  private static JsonNode bodyWith(String other) {
    JsonNode body =
        json(
            "{'policy':{'name':'p','operation_type':'backup','operation_definition':{},"
                + TRIGGER
                + "}}");
    ((ObjectNode) body.get("policy")).setAll((ObjectNode) json(other));
    return body;
  }

  private static PolicyDocument plain(String definition) {
    return created(
        "'name':'p','operation_type':'backup','operation_definition':"
            + definition
            + ","
            + TRIGGER);
  }

  private static PolicyDocument created(String fields) {
    return PolicyDocument.created(json("{'policy':{" + fields + "}}"));
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }
}
