package io.coffer.billing.dbom;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.product.Products;
import io.coffer.billing.product.TariffLoader;
import io.coffer.contracts.dbom.InstanceSettings;
import org.junit.jupiter.api.Test;

class InstanceOfferTest {

  private static final Products PRODUCTS = TariffLoader.comingAlong().products();

  @Test
  void sellsAnEditionOnItsMachinesForAsManyDatabasesAsItMayLookAfter() {
    assertThat(fault("dbss.opsmgmt.high", "s6.2xlarge.2", 30)).isNull();
    assertThat(fault("dbss.opsmgmt.high", "s6.2xlarge.2", 31))
        .isEqualTo("asset_nums must be 1 to 30 for dbss.opsmgmt.high.");
    assertThat(fault("dbss.opsmgmt.high", "s6.xlarge.2", 1))
        .isEqualTo("flavor_ref must be one of s6.2xlarge.2, s6.4xlarge.2 for dbss.opsmgmt.high.");
  }

  @Test
  void sellsNothingElse() {
    assertThat(fault(null, "s6.2xlarge.2", 1))
        .isEqualTo("product_infos[0].resource_spec_code is mandatory.");
    assertThat(fault("vault.backup.server.normal", "s6.2xlarge.2", 1))
        .startsWith("product_infos[0].resource_spec_code must be one of dbss.opsmgmt.basic, ");
  }

  private static String fault(String specCode, String flavor, int assets) {
    InstanceSettings any = Instances.settings(null);
    InstanceSettings wanted =
        new InstanceSettings(
            any.name(),
            any.comment(),
            specCode,
            flavor,
            any.availabilityZone(),
            any.regionId(),
            any.vpcId(),
            any.nics(),
            any.securityGroupIds(),
            any.publicIp(),
            any.outside(),
            assets,
            any.deployMode(),
            any.imageBusinessType(),
            any.enterpriseProjectId(),
            any.tags());
    return InstanceOffer.fault(wanted, PRODUCTS).orElse(null);
  }
}
