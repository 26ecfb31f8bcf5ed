package io.kehu.platform.access;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The owner and the team of a record. Details, views and entities hold it as a single
 * value; in JSON and in the database, its properties appear next to the other fields.
 *
 * @param ownerId the id of the user who owns the record, or null
 * @param teamId the id of the team that the record belongs to, or null
 */
@Embeddable
public record Ownership(@Nullable UUID ownerId, @Nullable UUID teamId) {

	/** The ownership of records without an owner or a team. */
	public static final Ownership NONE = new Ownership(null, null);

	/**
	 * Returns the ownership, or {@link #NONE} if it is null, which is how JPA reads two
	 * null columns.
	 */
	public static Ownership orNone(@Nullable Ownership ownership) {
		return (ownership != null) ? ownership : NONE;
	}

	/** Returns a copy whose missing values are taken from the other ownership. */
	Ownership or(Ownership other) {
		return new Ownership((this.ownerId != null) ? this.ownerId : other.ownerId,
				(this.teamId != null) ? this.teamId : other.teamId);
	}

}
