package io.kehu.auth.role;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.kehu.auth.right.Grant;
import io.kehu.auth.right.Rights;
import io.kehu.platform.record.DetailedRecord;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

/**
 * A named set of permissions.
 */
@Entity
@Table(name = "roles")
class Role extends DetailedRecord<RoleDetails, RoleView> {

	private String name;

	private String description;

	private boolean builtIn;

	private boolean secondFactorRequired;

	@ElementCollection
	@CollectionTable(name = "role_permissions", joinColumns = @JoinColumn(name = "role_id"))
	private Set<Grant> grants = new HashSet<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Role() {
	}

	@Override
	public boolean change(RoleDetails details, Instant now) {
		return super.change(details.settled(), now);
	}

	@Override
	protected void apply(RoleDetails details) {
		this.name = details.name();
		this.description = details.description();
		this.secondFactorRequired = details.secondFactorRequired();
		Set<Grant> wanted = Set.copyOf(details.settled().grants());
		this.grants.retainAll(wanted);
		this.grants.addAll(wanted);
	}

	@Override
	public RoleDetails details() {
		return new RoleDetails(this.name, this.description, this.secondFactorRequired, permissions());
	}

	@Override
	public RoleView view() {
		return new RoleView(id(), version(), this.name, this.description, this.builtIn, this.secondFactorRequired,
				permissions(), createdAt(), updatedAt(), deletedAt());
	}

	private List<String> permissions() {
		return Rights.anywhere(this.grants).grants();
	}

	String name() {
		return this.name;
	}

}
