package io.kehu.migration.match;

import org.springframework.stereotype.Component;

/**
 * The kinds of jobs that find duplicates.
 *
 * @param deduplication de-duplication
 * @param linkage linkage
 * @param roles proposes the roles of columns
 */
@Component
record MatchKinds(DeduplicationJob deduplication, LinkageJob linkage, RoleProposals roles) {
}
