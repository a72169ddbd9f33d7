package io.coffer.billing.lifetime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.billing.subscription.Subscription;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeCommand.TellNotice;
import io.coffer.contracts.notice.NoticeType;
import io.coffer.contracts.vault.VaultProduct;
import java.time.Instant;

/** What people are told of what was bought for a time, when that ends. */
final class EndNotice {

  private EndNotice() {}

  static TellNotice ending(Subscription one, String reason, Instant time) {
    return tell(
        NoticeType.PURCHASE_ENDING,
        one,
        " is paid for until " + one.until() + because(reason) + ".",
        data(one, reason),
        time);
  }

  static TellNotice expired(Subscription one, String reason, Instant until, Instant time) {
    return tell(
        NoticeType.PURCHASE_EXPIRED,
        one,
        " is paid for no longer" + because(reason) + ". It is frozen at " + until + ".",
        data(one, reason).put("grace_until", until.toString()),
        time);
  }

  static TellNotice frozen(Subscription one, String reason, Instant until, Instant time) {
    return tell(
        NoticeType.PURCHASE_FROZEN,
        one,
        " is frozen, as nobody paid for it" + because(reason) + ". It is deleted at " + until + ".",
        data(one, reason).put("retention_until", until.toString()),
        time);
  }

  private static String because(String reason) {
    return reason == null ? "" : ", and is not renewed by itself (" + reason + ")";
  }

  /** Each time that something is done about it tells one thing at most. */
  private static TellNotice tell(
      String type, Subscription one, String what, ObjectNode data, Instant time) {
    OrderLine bought = one.line();
    boolean isVault = bought.serviceType().equals(VaultProduct.SERVICE_TYPE);
    return new TellNotice(
        new Notice(
            DerivedId.of(one.resourceId(), "notice/" + one.moves()),
            type,
            isVault ? one.resourceId() : null,
            (isVault ? "Vault " : "Resource ") + one.resourceId() + what,
            data,
            time));
  }

  private static ObjectNode data(Subscription one, String reason) {
    ObjectNode data =
        Json.MAPPER
            .createObjectNode()
            .put("resource_id", one.resourceId().toString())
            .put("resource_name", one.line().resourceName())
            .put("resource_spec_code", one.line().specCode())
            .put("order_id", one.orderId())
            .put("expire_time", one.term().end().toString());
    return reason == null ? data : data.put("reason", reason);
  }
}
