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
			int requested = 0;
			for (MergedCluster cluster = clusters.next(); cluster != null; cluster = clusters.next()) {
				if (cluster.read() > 0) {
					waiting.add(cluster);
					requested += Math.max(1, cluster.live().size());
				}
				if (requested >= LiveCustomers.PAGE) {
					scope = scope.with(affected(waiting));
					if (!allowed.test(scope)) {
						return false;
					}
					waiting.clear();
					requested = 0;
				}
			}
			return allowed.test(scope.with(affected(waiting)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private LinkageScope affected(List<MergedCluster> clusters) {
		List<MergedCluster> linked = clusters.stream().filter((cluster) -> !cluster.live().isEmpty()).toList();
		Map<String, JsonNode> found = new HashMap<>();
		List<UUID> ids = linked.stream()
			.flatMap((cluster) -> cluster.live().stream())
			.map((one) -> UUID.fromString(one.key()))
			.toList();
		this.customers.findAll(ids).forEach((customer) -> found.put(customer.get("id").asString(), customer));
		long merged = 0;
		long changed = changedByKey(clusters.stream().filter((cluster) -> cluster.live().isEmpty()).toList());
		for (MergedCluster cluster : linked) {
			JsonNode survivor = found.get(cluster.survivor().toString());
			boolean changes = survivor != null && !cluster.others().isEmpty()
					&& !this.planner.plan(cluster, survivor).isEmpty();
			changed += changes ? 1 : 0;
			merged += cluster.ending().stream().map(RecordReference::key).filter(found::containsKey).count();
		}
		return new LinkageScope(0, changed, merged);
	}

	/** Counts the customers that are not part of the linkage, but have keys of rows. */
	private long changedByKey(List<MergedCluster> clusters) {
		return this.planner.fresh(clusters)
			.stream()
			.filter((one) -> one.refusal() == null && !one.holders().isEmpty())
			.filter((one) -> {
				JsonNode holder = one.holders().get(0);
				return !this.planner.plan(one.cluster().joinedWith(LiveCustomers.id(holder)), holder).isEmpty();
			})
			.count();
	}

}
