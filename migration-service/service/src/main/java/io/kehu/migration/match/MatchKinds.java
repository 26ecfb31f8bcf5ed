package io.kehu.migration.match;

import org.springframework.stereotype.Component;

/**
 * The kinds of jobs that find duplicates.
 *
 * @param deduplication exact ones
 * @param linkage records that mean the same
 */
@Component
record MatchKinds(DeduplicationJob deduplication, LinkageJob linkage) {
}
