package io.kehu.migration.profile;

import java.util.List;
import java.util.Set;

import io.kehu.migration.matching.estimate.LikelyDuplicates;

/**
 * The profile of a table.
 *
 * @param rows how many rows
 * @param sample what part of them was searched for keys, dependencies and duplicates
 * @param columns what each column holds
 * @param repeated rows that repeat another
 * @param likelyDuplicates rows that seem to mean the same as another
 * @param candidateKeys columns that identify rows
 * @param dependencies columns that fix others
 * @param proposals rules that would help, the most helpful first
 */
public record TableProfile(long rows, SampleSize sample, List<ColumnProfile> columns, Repetition repeated,
		LikelyDuplicates likelyDuplicates, List<CandidateKey> candidateKeys, List<ColumnDependency> dependencies,
		List<RuleProposal> proposals) {

	public TableProfile {
		columns = List.copyOf(columns);
		candidateKeys = List.copyOf(candidateKeys);
		dependencies = List.copyOf(dependencies);
		proposals = List.copyOf(proposals);
	}

	TableProfile with(List<RuleProposal> rules) {
		return new TableProfile(this.rows, this.sample, this.columns, this.repeated, this.likelyDuplicates,
				this.candidateKeys, this.dependencies, rules);
	}

	/**
	 * Returns the proposals that a steward accepts, in the order in which they should
	 * run.
	 * @param ids the ids of the accepted ones
	 * @return their rules
	 * @throws IllegalArgumentException when there is no proposal of an id
	 */
	public List<RuleProposal> accepted(Set<String> ids) {
		List<RuleProposal> accepted = this.proposals.stream()
			.filter((proposal) -> ids.contains(proposal.id()))
			.toList();
		if (accepted.size() < ids.size()) {
			throw new IllegalArgumentException("Not all of %s are proposed".formatted(ids));
		}
		return accepted;
	}

	/**
	 * Finds a column.
	 * @param name its name
	 * @return its profile
	 * @throws IllegalArgumentException when there is none of that name
	 */
	public ColumnProfile column(String name) {
		return this.columns.stream()
			.filter((column) -> column.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No column %s".formatted(name)));
	}

}
