package io.kehu.customer.segment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.customer.CustomerMerged;
import io.kehu.customer.customer.CustomerUnmerged;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes the survivor of a merge a member of the static segments of the merged customer,
 * until the merge is undone.
 */
@Component
class SegmentMoves {

	private static final String FOLLOW = """
			insert into segment_member (segment_id, customer_id, since, moved_from)
			select m.segment_id, ?, m.since, m.customer_id from segment_member m
			join customer_segment s on s.id = m.segment_id
			where m.customer_id = ? and s.kind = 'STATIC' on conflict do nothing returning segment_id""";

	private static final String COME_BACK = """
			delete from segment_member where moved_from = ? returning segment_id, customer_id""";

	/** Another customer can have been merged that is in the same segment. */
	private static final String OTHERS = """
			select c.id from customer c where c.merged_into = ? and c.id <> ?""";

	private final JdbcTemplate jdbc;

	private final SegmentMembers members;

	SegmentMoves(JdbcTemplate jdbc, SegmentMembers members) {
		this.jdbc = jdbc;
		this.members = members;
	}

	@EventListener
	void follow(CustomerMerged merge) {
		follow(merge.customer(), merge.survivor())
			.forEach((segment) -> this.members.publish(segment, merge.survivor(), true));
	}

	private List<UUID> follow(UUID customer, UUID survivor) {
		return this.jdbc.queryForList(FOLLOW, UUID.class, survivor, customer);
	}

	@EventListener
	void comeBack(CustomerUnmerged undone) {
		Map<UUID, Set<UUID>> left = new HashMap<>();
		this.jdbc.query(COME_BACK, (row) -> {
			left.computeIfAbsent(row.getObject("customer_id", UUID.class), (survivor) -> new HashSet<>())
				.add(row.getObject("segment_id", UUID.class));
		}, undone.customer());
		left.forEach((survivor, segments) -> {
			this.jdbc.queryForList(OTHERS, UUID.class, survivor, undone.customer())
				.forEach((other) -> segments.removeAll(follow(other, survivor)));
			segments.forEach((segment) -> this.members.publish(segment, survivor, false));
		});
	}

}
