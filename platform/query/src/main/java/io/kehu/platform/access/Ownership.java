package io.kehu.platform.access;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The owner and the team of a record. Details, views and entities hold it as one value;
 * in JSON and in the database its parts stand beside the other fields.
 *
 * @param ownerId the user who owns the record, or null
 * @param teamId the team that the record belongs to, or null
 */
@Embeddable
public record Ownership(@Nullable UUID ownerId, @Nullable UUID teamId) {

	/** No owner and no team. */
	public static final Ownership NONE = new Ownership(null, null);

	/**
	 * Returns the ownership, or {@link #NONE} for null, as JPA reads two empty columns.
	 */
	public static Ownership orNone(@Nullable Ownership ownership) {
		return (ownership != null) ? ownership : NONE;
	}

	/** Returns a copy with what is missing taken from another. */
	Ownership or(Ownership other) {
		return new Ownership((this.ownerId != null) ? this.ownerId : other.ownerId,
				(this.teamId != null) ? this.teamId : other.teamId);
	}

}
