package io.kehu.migration.matching;

import java.util.List;

import io.kehu.migration.matching.progress.LinkageWatch;

/**
 * Finds the records that describe the same entity, in one table, across tables, or among
 * new records and a set that is already linked. Needs no labels and no tuning: it blocks,
 * learns Fellegi–Sunter weights from the data, and joins bottom-up on the evidence of
 * whole clusters.
 */
public final class Linker {

	private final LinkageSettings settings;

	public Linker(LinkageSettings settings) {
		this.settings = settings;
	}

	/**
	 * Links the records of some sources.
	 * @param sources at least one
	 * @param decisions what people have decided earlier; decisions on unknown records do
	 * not matter
	 * @return the clusters, what to review, and why
	 */
	public LinkageResult link(List<LinkageSource> sources, List<Decision> decisions) {
		return prepare(sources, decisions).run();
	}

	/** Links one table on its own. */
	public LinkageResult link(LinkageSource source) {
		return link(List.of(source), List.of());
	}

	/**
	 * Learns the weights only, to share the weighing of pairs among instances.
	 * @param sources at least one
	 * @param decisions what people have decided earlier
	 * @return a linkage that may be scored in partitions
	 */
	public PreparedLinkage prepare(List<LinkageSource> sources, List<Decision> decisions) {
		return prepare(sources, decisions, LinkageWatch.NONE);
	}

	/**
	 * Learns the weights only, reporting progress.
	 * @param sources at least one
	 * @param decisions what people have decided earlier
	 * @param watch receives the progress, now and when pairs are weighed and clustered,
	 * and may cancel the linkage
	 * @return a linkage that may be scored in partitions
	 */
	public PreparedLinkage prepare(List<LinkageSource> sources, List<Decision> decisions, LinkageWatch watch) {
		return new PreparedLinkage(this.settings, sources, decisions, watch);
	}

}
