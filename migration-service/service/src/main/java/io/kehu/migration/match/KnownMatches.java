package io.kehu.migration.match;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.matching.RecordReference;
import io.kehu.migration.staging.SetWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Records which records match a known one, such as a live customer, and why.
 */
@Component
class KnownMatches {

	/** The columns of the set of matches. */
	static final List<String> COLUMNS = List.of("source", "key", "knownSource", "knownKey", "probability", "weight",
			"explanation");

	private final StagedData data;

	private final JsonMapper json;

	KnownMatches(StagedData data, JsonMapper json) {
		this.data = data;
		this.json = json;
	}

	void write(String set, LinkageTask task, LinkageResult linked) throws IOException {
		Set<String> known = task.wanted().knownSources();
		try (SetWriter writer = this.data.write(set)) {
			for (int cluster = 0; cluster < linked.clusters() && !known.isEmpty(); cluster++) {
				int[] members = linked.cluster(cluster);
				for (int member : members) {
					if (!known.contains(linked.reference(member).source())) {
						write(writer, linked, member, best(linked, member, members, known));
					}
				}
			}
			writer.complete(COLUMNS);
		}
	}

	private static int best(LinkageResult linked, int member, int[] members, Set<String> known) {
		int best = -1;
		double most = 0;
		for (int other : members) {
			if (known.contains(linked.reference(other).source())) {
				double weight = linked.weight(member, other);
				if (best < 0 || weight > most) {
					best = other;
					most = weight;
				}
			}
		}
		return best;
	}

	private void write(SetWriter writer, LinkageResult linked, int member, int known) throws IOException {
		if (known < 0) {
			return;
		}
		RecordReference one = linked.reference(member);
		RecordReference other = linked.reference(known);
		double weight = linked.weight(member, known);
		double probability = 1 / (1 + Math.pow(2, -weight));
		writer.write(
				new Row(member + 1L, one.source(), one.key(), other.source(), other.key(), Double.toString(probability),
						Double.toString(weight), this.json.writeValueAsString(linked.explain(member, known))));
	}

	/** Returns the known record in the cluster of a record, or null if there is none. */
	static @Nullable RecordReference of(LinkageResult linked, int record, Set<String> known) {
		for (int member : known.isEmpty() ? new int[0] : linked.cluster(linked.clusterOf(record))) {
			RecordReference reference = linked.reference(member);
			if (known.contains(reference.source())) {
				return reference;
			}
		}
		return null;
	}

}
