'use strict';

// Sends the response to the application without a click (OAuth 2.0 Form Post Response Mode)
document.getElementById('posted').submit();
