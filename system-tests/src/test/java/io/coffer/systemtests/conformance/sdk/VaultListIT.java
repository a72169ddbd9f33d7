package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.cbr.v1.model.BillingCreate;
import com.huaweicloud.sdk.cbr.v1.model.ListVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.ListVaultResponse;
import com.huaweicloud.sdk.cbr.v1.model.Vault;
import com.huaweicloud.sdk.cbr.v1.model.VaultCreate;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.conformance.Covers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class VaultListIT {

  private final String name = "listed " + UUID.randomUUID();
  private Sdk sdk;

  @BeforeEach
  void connect(Sdk sdk) {
    this.sdk = sdk;
  }

  @Test
  @Covers("ListVault")
  void findsAVaultByEachFilter() throws Exception {
    LocalServer server =
        LocalServer.create(sdk.stack(), sdk.project(), "filtered", List.of(new byte[1000]));
    String withServer = make(Requests.vault(name, server.id()));
    String disks =
        make(
            Requests.vault(name)
                .withBilling(
                    Requests.billing(BillingCreate.ObjectTypeEnum.DISK)
                        .withCloudType(BillingCreate.CloudTypeEnum.HYBRID)
                        .withProtectType(BillingCreate.ProtectTypeEnum.REPLICATION)));

    assertThat(ids(named())).containsExactly(disks, withServer);
    assertThat(ids(named().withObjectType("disk"))).containsExactly(disks);
    assertThat(ids(named().withCloudType(ListVaultRequest.CloudTypeEnum.PUBLIC)))
        .containsExactly(withServer);
    assertThat(ids(named().withProtectType(ListVaultRequest.ProtectTypeEnum.REPLICATION)))
        .containsExactly(disks);
    assertThat(ids(new ListVaultRequest().withId(List.of(disks, withServer))))
        .containsExactly(disks, withServer);
    assertThat(ids(new ListVaultRequest().withResourceIds(server.id() + ",other")))
        .containsExactly(withServer);
    assertThat(ids(named().withStatus("available"))).hasSize(2);
    assertThat(ids(named().withStatus("frozen"))).isEmpty();
    assertThat(ids(named().withEnterpriseProjectId("0"))).hasSize(2);
    assertThat(ids(named().withEnterpriseProjectId("all_granted_eps"))).hasSize(2);
    assertThat(ids(named().withEnterpriseProjectId("another"))).isEmpty();
    assertThat(ids(named().withPolicyId(UUID.randomUUID().toString()))).isEmpty();
    assertThat(ids(new ListVaultRequest().withName(name + "x"))).isEmpty();
  }

  @Test
  @Covers("ListVault")
  void turnsPagesByOffsetAndByMarker() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(make(Requests.vault(name)));
    }
    Collections.reverse(made);

    ListVaultResponse page = sdk.client().listVault(named().withLimit(2).withOffset(1));
    assertThat(page.getVaults()).extracting(Vault::getId).containsExactly(made.get(1), made.get(2));
    assertThat(page.getCount()).isEqualTo(5);
    assertThat(page.getLimit()).isEqualTo(2);
    assertThat(page.getOffset()).isEqualTo(1);
    ListVaultResponse all = sdk.client().listVault(named());
    assertThat(all.getLimit()).isEqualTo(1000);
    assertThat(all.getOffset()).isZero();
    assertThat(ids(named().withOffset(5))).isEmpty();

    assertThat(after(made.get(2))).containsExactly(made.get(3), made.get(4));
    assertThat(after(made.get(4))).isEmpty();
    assertThat(after(UUID.randomUUID().toString())).isEmpty();
    assertThat(after("no id at all")).isEmpty();
  }

  private String make(VaultCreate vault) {
    return sdk.client().createVault(Requests.create(vault)).getVault().getId();
  }

  private ListVaultRequest named() {
    return new ListVaultRequest().withName(name);
  }

  private List<String> ids(ListVaultRequest request) {
    return sdk.client().listVault(request).getVaults().stream().map(Vault::getId).toList();
  }

  /** The page behind a marker, which the vendor's client does not know. */
  private List<String> after(String marker) {
    JsonNode page =
        sdk.project()
            .get("/vaults?limit=1000&name=%s&marker=%s".formatted(encoded(name), encoded(marker)))
            .expect(200);
    return page.path("vaults").findValuesAsText("id");
  }

  private static String encoded(String text) {
    return text.replace(" ", "%20");
  }
}
