package io.coffer.contracts.dbom;

import io.coffer.contracts.vault.Tag;
import java.util.List;

/**
 * What a user chose about a database O&amp;M instance and may read back; never its password. What
 * was not chosen is null.
 *
 * @param specCode the edition, for example {@code dbss.opsmgmt.high}
 * @param publicIp the address that is bound; null for none
 * @param outside the addresses of an instance outside of the cloud; null for one inside
 */
public record InstanceSettings(
    String name,
    String comment,
    String specCode,
    String flavorRef,
    String availabilityZone,
    String regionId,
    String vpcId,
    List<Nic> nics,
    List<String> securityGroupIds,
    PublicIp publicIp,
    Outside outside,
    int assetNums,
    String deployMode,
    int imageBusinessType,
    String enterpriseProjectId,
    List<Tag> tags) {

  /**
   * A network card.
   *
   * @param ipAddress null where one is to be found
   */
  public record Nic(String subnetId, String ipAddress) {}

  /** An elastic address; either part may be null. */
  public record PublicIp(String id, String address) {}

  /** Where the nodes of an instance outside of the cloud are. */
  public record Outside(String masterNodeIp, String slaveNodeIp, String virtualIp) {}

  /** The same under another name. */
  public InstanceSettings called(String newName) {
    return with(newName, securityGroupIds, publicIp);
  }

  /** The same in other security groups. */
  public InstanceSettings guardedBy(List<String> groups) {
    return with(name, groups, publicIp);
  }

  /** The same at another elastic address; null for none. */
  public InstanceSettings at(PublicIp address) {
    return with(name, securityGroupIds, address);
  }

  private InstanceSettings with(String newName, List<String> groups, PublicIp address) {
    return new InstanceSettings(
        newName,
        comment,
        specCode,
        flavorRef,
        availabilityZone,
        regionId,
        vpcId,
        nics,
        groups,
        address,
        outside,
        assetNums,
        deployMode,
        imageBusinessType,
        enterpriseProjectId,
        tags);
  }
}
