"""The vendor's Python SDK: settings of all vaults, the end of backups, and what there is."""

import unittest

from huaweicloudsdkcbr.v1 import model
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException

from test_vendor_sdk import client, vault


class Settings(unittest.TestCase):
    def setUp(self):
        self.cbr = client()
        self.vault = self.cbr.create_vault(vault("settings", threshold=71)).vault.id
        self.addCleanup(self.cbr.delete_vault, model.DeleteVaultRequest(self.vault))

    def test_change_in_all_vaults(self):
        body = model.BatchUpdateVaultRequestBody(model.VaultBatchUpdate(threshold=72))
        request = model.BatchUpdateVaultRequest(body)
        self.assertIn(self.vault, self.cbr.batch_update_vault(request).updated_vaults_id)
        shown = self.cbr.show_vault(model.ShowVaultRequest(self.vault)).vault
        self.assertEqual(72, shown.threshold)

    def test_set_the_end_of_backups(self):
        body = model.UpdateExpirationTimeReq("2031-01-31", "UTC+08:00")
        answer = self.cbr.update_expiration_time(
            model.UpdateExpirationTimeRequest(self.vault, body)
        )
        self.assertEqual(
            ("2031-01-31", 0), (answer.new_expiration_day, answer.affected_backups_count)
        )
        log = self.cbr.show_op_log(model.ShowOpLogRequest(answer.operation_log_id)).operation_log
        self.assertEqual("success", log.status)
        self.assertEqual("2031-01-31", log.extra_info.update_expiration_time.expiration_day)

    def test_ask_what_there_is(self):
        self.cbr.list_features(model.ListFeaturesRequest())
        self.cbr.show_feature(model.ShowFeatureRequest("replication.enable"))
        with self.assertRaises(ClientRequestException) as refused:
            self.cbr.show_feature(model.ShowFeatureRequest("none"))
        self.assertEqual("BackupService.9900", refused.exception.error_code)
