package io.kehu.platform.test.infrastructure;

class SecondClassOnEmptyServersTests extends EmptyServersContract {

}
