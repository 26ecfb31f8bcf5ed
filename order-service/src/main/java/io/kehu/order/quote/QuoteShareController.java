package io.kehu.order.quote;

import io.kehu.platform.access.ShareController;
import io.kehu.platform.access.Shares;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the shares of quotes.
 */
@RestController
@RequestMapping(QuoteController.PATH)
class QuoteShareController extends ShareController {

	QuoteShareController(@Qualifier("quoteShares") Shares shares) {
		super(shares);
	}

}
