package io.kehu.platform.test.infrastructure;

class FirstClassOnEmptyServersTests extends EmptyServersContract {

}
