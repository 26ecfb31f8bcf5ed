package io.kehu.migration.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.matching.RecordReference;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Counts the live customers that an application really changes or merges. Those that
 * already have all values, as after an earlier application, do not count.
 */
@Component
class AffectedCustomers {

	private final StagedData data;

	private final LiveCustomers customers;

	private final ClusterPlanner planner;

	AffectedCustomers(StagedData data, LiveCustomers customers, ClusterPlanner planner) {
		this.data = data;
		this.customers = customers;
		this.planner = planner;
	}

	/**
	 * Returns whether an application affects no more customers than allowed. Stops as
	 * soon as it affects more.
	 */
	boolean areWithin(ApplicationTask task, Predicate<LinkageScope> allowed) {
		LinkageScope scope = new LinkageScope(0, 0, 0);
		try (MergedClusters clusters = new MergedClusters(this.data, task)) {
			List<MergedCluster> waiting = new ArrayList<>();
			int live = 0;
			for (MergedCluster cluster = clusters.next(); cluster != null; cluster = clusters.next()) {
				if (!cluster.live().isEmpty() && cluster.read() > 0) {
					waiting.add(cluster);
					live += cluster.live().size();
				}
				if (live >= LiveCustomers.PAGE) {
					scope = scope.with(affected(waiting));
					if (!allowed.test(scope)) {
						return false;
					}
					waiting.clear();
					live = 0;
				}
			}
			return allowed.test(scope.with(affected(waiting)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private LinkageScope affected(List<MergedCluster> clusters) {
		List<UUID> ids = clusters.stream()
			.flatMap((cluster) -> cluster.live().stream())
			.map((one) -> UUID.fromString(one.key()))
			.toList();
		Map<String, JsonNode> found = new HashMap<>();
		this.customers.findAll(ids).forEach((customer) -> found.put(customer.get("id").asString(), customer));
		long changed = 0;
		long merged = 0;
		for (MergedCluster cluster : clusters) {
			JsonNode survivor = found.get(cluster.survivor().toString());
			boolean changes = survivor != null && !cluster.others().isEmpty()
					&& !this.planner.remaining(cluster, survivor).isEmpty();
			changed += changes ? 1 : 0;
			merged += cluster.ending().stream().map(RecordReference::key).filter(found::containsKey).count();
		}
		return new LinkageScope(0, changed, merged);
	}

}
