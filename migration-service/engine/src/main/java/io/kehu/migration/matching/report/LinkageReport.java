package io.kehu.migration.matching.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.matching.LinkageWarning;
import io.kehu.migration.matching.blocking.CappedBlock;
import io.kehu.migration.matching.clusters.CutBridge;
import io.kehu.migration.matching.clusters.ReviewPair;
import io.kehu.migration.matching.weights.FieldModel;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What linkage found and how, in figures: what a steward looks at before approving it.
 *
 * @param name the linkage's name for a reader
 * @param records how many there are
 * @param clusters how many clusters, those of one record included
 * @param merged how many records would vanish if each cluster became one
 * @param warnings what makes the result implausible
 * @param sizes the clusters by size
 * @param weakest the weakest links that hold clusters together, the weakest first
 * @param bridges how many pairs match by themselves and were kept apart for what else
 * their clusters say
 * @param cut some of these, the likeliest first
 * @param review how many pairs a person should look at, by probability
 * @param capped which blocks were too large to compare all pairs
 * @param prior weight in bits before any evidence
 * @param fields what was learnt of each field
 */
public record LinkageReport(String name, int records, int clusters, int merged, List<LinkageWarning> warnings,
		List<SizeCount> sizes, List<ClusterLink> weakest, long bridges, List<ClusterLink> cut, List<ReviewBand> review,
		List<CappedBlock> capped, double prior, List<FieldModel> fields) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final int SHOWN = 20;

	private static final int BANDS = 10;

	public LinkageReport {
		warnings = List.copyOf(warnings);
		sizes = List.copyOf(sizes);
		weakest = List.copyOf(weakest);
		cut = List.copyOf(cut);
		review = List.copyOf(review);
		capped = List.copyOf(capped);
		fields = List.copyOf(fields);
	}

	/**
	 * Reports on a result.
	 * @param name its name for a reader
	 * @param result what linkage found
	 * @return the report
	 */
	public static LinkageReport of(String name, LinkageResult result) {
		Map<Integer, Integer> sizes = new TreeMap<>();
		for (int cluster = 0; cluster < result.clusters(); cluster++) {
			sizes.merge(result.cluster(cluster).length, 1, Integer::sum);
		}
		List<SizeCount> counts = new ArrayList<>();
		sizes.forEach((size, clusters) -> counts.add(new SizeCount(size, clusters)));
		return new LinkageReport(name, result.records(), result.clusters(), result.records() - result.clusters(),
				result.warnings(), counts, weakest(result), result.cutBridges(),
				result.bridges().stream().limit(SHOWN).map((bridge) -> link(result, bridge)).toList(),
				bands(result.review()), result.capped(), result.prior(), result.fields());
	}

	private static ClusterLink link(LinkageResult result, CutBridge bridge) {
		return new ClusterLink(result.reference(bridge.left()), result.reference(bridge.right()), bridge.pairWeight(),
				result.cluster(result.clusterOf(bridge.left())).length);
	}

	private static List<ClusterLink> weakest(LinkageResult result) {
		return IntStream.range(0, result.clusters())
			.parallel()
			.filter((cluster) -> result.cluster(cluster).length > 1)
			.mapToObj((cluster) -> WeakestLink.of(result, cluster))
			.sorted(Comparator.comparingDouble(ClusterLink::weight).thenComparing((link) -> link.left().key()))
			.limit(SHOWN)
			.toList();
	}

	private static List<ReviewBand> bands(List<ReviewPair> review) {
		int[] counts = new int[BANDS];
		for (ReviewPair pair : review) {
			counts[Math.min(BANDS - 1, (int) (pair.probability() * BANDS))]++;
		}
		return IntStream.range(0, BANDS)
			.filter((band) -> counts[band] > 0)
			.mapToObj((band) -> new ReviewBand((double) band / BANDS, (band + 1.0) / BANDS, counts[band]))
			.toList();
	}

	/** Returns the report as JSON; the same result gives the same text. */
	public String toJson() {
		return JSON.writeValueAsString(this);
	}

}
