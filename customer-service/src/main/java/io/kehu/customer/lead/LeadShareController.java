package io.kehu.customer.lead;

import io.kehu.platform.access.ShareController;
import io.kehu.platform.access.Shares;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the shares of leads.
 */
@RestController
@RequestMapping(LeadController.PATH)
class LeadShareController extends ShareController {

	LeadShareController(@Qualifier("leadShares") Shares shares) {
		super(shares);
	}

}
