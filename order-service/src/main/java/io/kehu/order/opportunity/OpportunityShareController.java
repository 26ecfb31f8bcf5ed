package io.kehu.order.opportunity;

import io.kehu.platform.access.ShareController;
import io.kehu.platform.access.Shares;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the shares of opportunities.
 */
@RestController
@RequestMapping(OpportunityController.PATH)
class OpportunityShareController extends ShareController {

	OpportunityShareController(@Qualifier("opportunityShares") Shares shares) {
		super(shares);
	}

}
