package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.Billing;
import com.huaweicloud.sdk.cbr.v1.model.BillingCreate;
import com.huaweicloud.sdk.cbr.v1.model.BillingUpdate;
import com.huaweicloud.sdk.cbr.v1.model.BindRulesTags;
import com.huaweicloud.sdk.cbr.v1.model.DeleteVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowSummaryRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowSummaryResponse;
import com.huaweicloud.sdk.cbr.v1.model.ShowVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.Tag;
import com.huaweicloud.sdk.cbr.v1.model.Vault;
import com.huaweicloud.sdk.cbr.v1.model.VaultBindRules;
import com.huaweicloud.sdk.cbr.v1.model.VaultCreate;
import com.huaweicloud.sdk.cbr.v1.model.VaultCreateResource;
import com.huaweicloud.sdk.cbr.v1.model.VaultUpdate;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.Covers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class VaultsIT {

  private Sdk sdk;
  private CbrClient client;

  @BeforeEach
  void connect(Sdk sdk) {
    this.sdk = sdk;
    client = sdk.client();
  }

  @Test
  @Covers({"CreateVault", "ShowVault"})
  void returnsAllThatWasGivenWhenTheVaultWasMade() {
    VaultCreate wanted = everything();
    VaultCreateResource made = client.createVault(Requests.create(wanted)).getVault();

    assertThat(UUID.fromString(made.getId())).isNotNull();
    assertThat(made.getName()).isEqualTo("Würzburg 日本 😀 /vault");
    assertThat(made.getDescription()).isEqualTo("described");
    assertThat(made.getProjectId()).isEqualTo(sdk.project().id());
    assertThat(made.getProviderId()).isEqualTo("0daac4c5-6707-4851-97ba-169e36266b66");
    assertThat(made.getEnterpriseProjectId()).isEqualTo("0");
    assertThat(made.getUserId()).isEqualTo(sdk.stack().credentials().path("user_id").asText());
    assertThat(OffsetDateTime.parse(made.getCreatedAt()))
        .isCloseTo(
            OffsetDateTime.now(), org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
    assertThat(made.getResources()).isEmpty();
    assertThat(made.getTags()).isEqualTo(List.of(new Tag().withKey("team").withValue("a.b-c_d")));
    assertThat(made.getAutoBind()).isTrue();
    assertThat(made.getBindRules()).isEqualTo(wanted.getBindRules());
    assertThat(made.getAutoExpand()).isTrue();
    assertThat(made.getSmnNotify()).isFalse();
    assertThat(made.getThreshold()).isEqualTo(55);
    assertThat(made.getBackupNamePrefix()).isEqualTo("nightly");
    assertThat(made.getDemandBilling()).isFalse();
    assertThat(made.getCbcDeleteCount()).isZero();
    assertThat(made.getFrozen()).isFalse();
    assertThat(made.getLocked()).isTrue();
    assertThat(made.getSysLockSourceService()).isEqualTo("SMB");
    assertThat(sdk.last().parsed().at("/vault/billing/is_multi_az").asBoolean()).isTrue();
    billing(made.getBilling(), 4321, Billing.ConsistentLevelEnum.APP_CONSISTENT);

    Vault shown = show(made.getId());
    assertThat(shown.getName()).isEqualTo(made.getName());
    assertThat(shown.getBilling()).isEqualTo(made.getBilling());
    assertThat(shown.getBindRules()).isEqualTo(made.getBindRules());
    assertThat(shown.getTags()).isEqualTo(made.getTags());
    assertThat(shown.getCreatedAt()).isEqualTo(made.getCreatedAt());
    assertThat(shown.getLocked()).isTrue();
    assertThat(shown.getThreshold()).isEqualTo(55);
  }

  /** Newer clients send it, and this one cannot. */
  @Test
  @Covers({"CreateVault", "ShowVault"})
  void echoesTheZone() {
    ObjectNode body = Vaults.request("zoned");
    ((ObjectNode) body.path("vault")).put("availability_zone", "zone-1a");
    JsonNode made = sdk.project().post("/vaults", body).expect(200);
    JsonNode shown = sdk.project().get("/vaults/" + made.at("/vault/id").asText()).expect(200);
    assertThat(made.at("/vault/availability_zone").asText()).isEqualTo("zone-1a");
    assertThat(shown.at("/vault/availability_zone").asText()).isEqualTo("zone-1a");
  }

  @Test
  @Covers("CreateVault")
  void fillsInTheDefaults() {
    VaultCreateResource made =
        client.createVault(Requests.create(Requests.vault("plain"))).getVault();

    assertThat(made.getDescription()).isEmpty();
    assertThat(made.getEnterpriseProjectId()).isEqualTo("0");
    assertThat(made.getTags()).isEmpty();
    assertThat(made.getAutoBind()).isFalse();
    assertThat(made.getBindRules().getTags()).isNullOrEmpty();
    assertThat(made.getAutoExpand()).isFalse();
    assertThat(made.getSmnNotify()).isTrue();
    assertThat(made.getThreshold()).isEqualTo(80);
    assertThat(made.getLocked()).isFalse();
    assertThat(sdk.last().parsed().at("/vault/billing/is_multi_az").asBoolean(true)).isFalse();
    billing(made.getBilling(), 100, Billing.ConsistentLevelEnum.CRASH_CONSISTENT);
  }

  @Test
  @Covers("UpdateVault")
  void changesWhatIsNamedAndKeepsTheRest() {
    String id = client.createVault(Requests.create(everything())).getVault().getId();

    Vault renamed = update(id, new VaultUpdate().withName("renamed"));
    assertThat(renamed.getName()).isEqualTo("renamed");
    assertThat(renamed.getThreshold()).isEqualTo(55);
    assertThat(renamed.getBilling().getSize()).isEqualTo(4321);

    Vault changed =
        update(
            id,
            new VaultUpdate()
                .withBilling(
                    new BillingUpdate()
                        .withSize(1)
                        .withConsistentLevel(BillingUpdate.ConsistentLevelEnum.CRASH_CONSISTENT))
                .withAutoBind(false)
                .withBindRules(new VaultBindRules().withTags(List.of()))
                .withAutoExpand(false)
                .withSmnNotify(true)
                .withThreshold(100)
                .withLocked(false));
    assertThat(changed.getName()).isEqualTo("renamed");
    billing(changed.getBilling(), 1, Billing.ConsistentLevelEnum.CRASH_CONSISTENT);
    assertThat(changed.getAutoBind()).isFalse();
    assertThat(changed.getBindRules().getTags()).isNullOrEmpty();
    assertThat(changed.getAutoExpand()).isFalse();
    assertThat(changed.getSmnNotify()).isTrue();
    assertThat(changed.getThreshold()).isEqualTo(100);
    assertThat(changed.getLocked()).isFalse();
    assertThat(show(id)).isEqualTo(changed);
    assertThat(update(id, new VaultUpdate())).isEqualTo(changed);
  }

  @Test
  @Covers({"DeleteVault", "ShowVault"})
  void deletesAVault() {
    String id =
        client.createVault(Requests.create(Requests.vault("short-lived"))).getVault().getId();

    assertThat(client.deleteVault(new DeleteVaultRequest().withVaultId(id)).getHttpStatusCode())
        .isEqualTo(204);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> show(id))
                    .isInstanceOfSatisfying(
                        ClientRequestException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo("BackupService.6105")));
  }

  @Test
  @Covers("ShowSummary")
  void addsAVaultToTheSummary() {
    ShowSummaryResponse before = client.showSummary(new ShowSummaryRequest());
    client.createVault(Requests.create(Requests.vault("counted")));
    ShowSummaryResponse after = client.showSummary(new ShowSummaryRequest());

    assertThat(after.getSize()).isGreaterThanOrEqualTo(before.getSize() + 100);
    assertThat(after.getUsedSize()).isGreaterThanOrEqualTo(0);
  }

  private Vault show(String id) {
    return client.showVault(new ShowVaultRequest().withVaultId(id)).getVault();
  }

  private Vault update(String id, VaultUpdate change) {
    return client.updateVault(Requests.update(id, change)).getVault();
  }

  private static void billing(Billing billing, int size, Billing.ConsistentLevelEnum level) {
    assertThat(billing.getSize()).isEqualTo(size);
    assertThat(billing.getConsistentLevel()).isEqualTo(level);
    assertThat(billing.getAllocated()).isZero();
    assertThat(billing.getUsed()).isZero();
    assertThat(billing.getChargingMode()).isEqualTo(Billing.ChargingModeEnum.POST_PAID);
    assertThat(billing.getCloudType()).isEqualTo(Billing.CloudTypeEnum.PUBLIC);
    assertThat(billing.getObjectType()).isEqualTo(Billing.ObjectTypeEnum.SERVER);
    assertThat(billing.getProtectType()).isEqualTo(Billing.ProtectTypeEnum.BACKUP);
    assertThat(billing.getSpecCode()).isEqualTo(Billing.SpecCodeEnum.VAULT_BACKUP_SERVER_NORMAL);
    assertThat(billing.getStatus()).isEqualTo(Billing.StatusEnum.AVAILABLE);
  }

  private static VaultCreate everything() {
    return Requests.vault("Würzburg 日本 😀 /vault")
        .withDescription("described")
        .withBilling(
            Requests.billing(BillingCreate.ObjectTypeEnum.SERVER)
                .withSize(4321)
                .withConsistentLevel(BillingCreate.ConsistentLevelEnum.APP_CONSISTENT)
                .withCloudType(BillingCreate.CloudTypeEnum.PUBLIC)
                .withChargingMode(BillingCreate.ChargingModeEnum.POST_PAID)
                .withConsoleUrl("https://console.example/")
                .withIsAutoPay(false)
                .withIsAutoRenew(false)
                .withIsMultiAz(true))
        .withTags(List.of(new Tag().withKey(" team ").withValue("a.b-c_d")))
        .withEnterpriseProjectId("0")
        .withAutoBind(true)
        .withBindRules(
            new VaultBindRules()
                .withTags(List.of(new BindRulesTags().withKey("tier").withValue("gold"))))
        .withAutoExpand(true)
        .withThreshold(55)
        .withSmnNotify(false)
        .withBackupNamePrefix("nightly")
        .withDemandBilling(false)
        .withSysLockSourceService("SMB")
        .withLocked(true);
  }
}
