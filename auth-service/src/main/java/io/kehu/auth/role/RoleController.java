package io.kehu.auth.role;

import io.kehu.auth.right.Catalogue;
import io.kehu.auth.right.Permission;
import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.query.Page;
import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordResource;
import io.kehu.platform.security.RecentLogin;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Roles over HTTP. Changing one changes the rights of many users, so a recent login is
 * required.
 */
@RestController
@RequestMapping(RoleController.PATH)
@RecentLogin
class RoleController extends RecordController<RoleDetails, RoleView> {

	static final String PATH = "/api/v1/roles";

	private static final RecordResource RESOURCE = new RecordResource(PATH, "role:read", "role:write", "role:write");

	private final Catalogue catalogue;

	RoleController(RoleService roles, RoleReading reading, Catalogue catalogue, BulkLoader loader) {
		super(RESOURCE, RoleDetails.class, roles, reading, loader);
		this.catalogue = catalogue;
	}

	/**
	 * Returns the permissions that roles can grant.
	 */
	@Operation(summary = "List the permissions that a role can grant")
	@GetMapping("/permissions")
	@PreAuthorize(READ)
	Page<Permission> permissions() {
		return Page.whole(this.catalogue.permissions());
	}

}
