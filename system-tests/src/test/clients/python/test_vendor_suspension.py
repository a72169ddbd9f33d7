"""The vendor's Python SDK: resources that automatic backups leave out."""

import unittest

from huaweicloudsdkcbr.v1 import model
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException

from test_vendor_sdk import client, vault
from world import SERVER, SERVER_TYPE


class Suspension(unittest.TestCase):
    def setUp(self):
        self.cbr = client()
        resources = [model.ResourceCreate(id=SERVER, type=SERVER_TYPE)]
        self.vault = self.cbr.create_vault(vault("suspended", resources=resources)).vault.id
        self.addCleanup(self.cbr.delete_vault, model.DeleteVaultRequest(self.vault))

    def set(self, action):
        body = model.VaultSetResourceReq([SERVER], action)
        return self.cbr.set_vault_resource(
            model.SetVaultResourceRequest(self.vault, body)
        ).set_resource_ids

    def test_leaves_a_server_out_of_automatic_backups(self):
        self.assertEqual([SERVER], self.set("suspend"))
        automatic = model.VaultBackupReq(
            model.VaultBackup(model.CheckpointParam(auto_trigger=True), self.vault)
        )
        with self.assertRaises(ClientRequestException) as refused:
            self.cbr.create_checkpoint(model.CreateCheckpointRequest(automatic))
        self.assertEqual("BackupService.0001", refused.exception.error_code)
        self.assertEqual([SERVER], self.set("unsuspend"))
