package io.kehu.auth.team;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.json.Texts;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a team: the body of a create request and of a bulk line,
 * and the target of a merge patch. Members are set on the users.
 *
 * @param name the unique name
 * @param parentId the parent team, whose members can see the records of this one
 */
record TeamDetails(@NotBlank @Size(max = 100) String name, @Nullable UUID parentId,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds) implements KeyedDetails<TeamDetails> {

	TeamDetails {
		name = Texts.visible(name);
		externalIds = (externalIds != null) ? externalIds : List.of();
	}

	@Override
	public TeamDetails with(List<ExternalId> all) {
		return new TeamDetails(this.name, this.parentId, all);
	}

}
