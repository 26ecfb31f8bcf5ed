package io.kehu.auth.role;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.auth.right.Catalogue;
import io.kehu.auth.right.Grantable;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordLookup;
import org.jspecify.annotations.Nullable;

/**
 * The roles that a chunk of details refers to, and the existing permissions.
 */
final class RoleLookup implements RecordLookup<RoleDetails, Role> {

	private final Map<String, Role> byName = new HashMap<>();

	private final Grantable grantable;

	private RoleLookup(Grantable grantable) {
		this.grantable = grantable;
	}

	static RoleLookup of(RoleRepository repository, Catalogue catalogue, Collection<RoleDetails> details) {
		RoleLookup lookup = new RoleLookup(catalogue.find(List.of(), List.of()));
		repository.findByNameIn(details.stream().map(RoleDetails::name).distinct().toList()).forEach(lookup::add);
		return lookup;
	}

	@Override
	public void add(Role role) {
		this.byName.put(role.name(), role);
	}

	@Override
	public @Nullable Role find(RoleDetails details) {
		Role found = this.byName.get(details.name());
		if (found != null && found.deleted()) {
			throw ProblemException.heldBy(found.id(), "/name", "belongs to a deleted role, which can be restored");
		}
		return found;
	}

	@Override
	public void check(RoleDetails details, @Nullable Role role) {
		if (role != null && !role.name().equals(details.name())) {
			throw ProblemException.invalid("/name", "immutable", "a role's name can't be changed");
		}
		Role namesake = this.byName.get(details.name());
		if (role == null && namesake != null) {
			throw ProblemException.heldBy(namesake.id(), "/name", "is already taken by another role");
		}
		this.grantable.check(details.grants());
	}

}
