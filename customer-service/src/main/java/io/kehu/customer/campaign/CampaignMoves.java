package io.kehu.customer.campaign;

import io.kehu.customer.customer.CustomerMerged;
import io.kehu.customer.customer.CustomerUnmerged;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Moves the e-mails to a customer to the survivor when the customer is merged, and back
 * when the merge is undone, in the transaction of the merge.
 */
@Component
class CampaignMoves {

	private final JdbcTemplate jdbc;

	CampaignMoves(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void follow(CustomerMerged merge) {
		this.jdbc.update("""
				insert into campaign_message_move (message_id, from_customer, to_customer)
				select id, customer_id, ? from campaign_message where customer_id = ?
				on conflict (message_id, from_customer) do update set to_customer = excluded.to_customer""",
				merge.survivor(), merge.customer());
		this.jdbc.update("update campaign_message set customer_id = ? where customer_id = ?", merge.survivor(),
				merge.customer());
	}

	@EventListener
	void comeBack(CustomerUnmerged undone) {
		this.jdbc.update("""
				update campaign_message m set customer_id = v.from_customer from campaign_message_move v
				where v.message_id = m.id and v.from_customer = ? and m.customer_id = v.to_customer""",
				undone.customer());
		this.jdbc.update("delete from campaign_message_move where from_customer = ?", undone.customer());
	}

}
