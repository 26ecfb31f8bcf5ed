package io.kehu.auth.role;

import java.time.Instant;
import java.util.Collection;

import io.kehu.auth.right.Catalogue;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.record.RecordTools;

import org.springframework.stereotype.Service;

/**
 * Changes roles.
 */
@Service
class RoleService extends RecordService<RoleDetails, Role, RoleView> {

	private static final RecordEvents EVENTS = new RecordEvents(RoleEvent.DEFINED, RoleEvent.CHANGED, RoleEvent.DELETED,
			RoleEvent.RESTORED);

	private final RoleRepository roles;

	private final Catalogue catalogue;

	private final RoleRules rules;

	RoleService(RecordTools tools, RoleRepository roles, Catalogue catalogue, RoleRules rules) {
		super(tools, EVENTS, roles);
		this.roles = roles;
		this.catalogue = catalogue;
		this.rules = rules;
	}

	@Override
	protected void stored(RecordChange change) {
		this.rules.apply(change);
	}

	@Override
	protected Role make(RoleDetails details, Instant now) {
		return Role.define(details, now);
	}

	@Override
	protected RoleLookup lookup(Collection<RoleDetails> details) {
		return RoleLookup.of(this.roles, this.catalogue, details);
	}

}
