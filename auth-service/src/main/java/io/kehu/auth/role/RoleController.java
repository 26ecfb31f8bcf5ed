package io.kehu.auth.role;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.RecentLogin;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Roles over HTTP. Changes affect many users, so they require a recent login.
 */
@RestController
@RequestMapping("/api/v1/roles")
@RecentLogin
class RoleController extends RecordController<RoleDetails, RoleView> {

	RoleController(RecordStore<RoleDetails, ?, RoleView> roles) {
		super(roles);
	}

}
