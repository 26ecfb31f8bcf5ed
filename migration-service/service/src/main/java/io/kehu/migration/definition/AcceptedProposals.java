package io.kehu.migration.definition;

import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A request to add rules proposed by a profile to a definition.
 *
 * @param profileId the profile
 * @param proposalIds the ids of the proposals
 */
record AcceptedProposals(@NotNull UUID profileId, @NotEmpty @Size(max = 200) Set<String> proposalIds) {
}
