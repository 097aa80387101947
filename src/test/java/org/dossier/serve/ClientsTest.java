package org.dossier.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "192.0.2.7:50123, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::9, 2001:db8:1:2::/64",
        "2001:0db8:0001:2::9, 2001:db8:1:2::/64",
        "2001:db8::1, 2001:db8:0:0::/64",
        "2001:db8:0:0:1::, 2001:db8:0:0::/64",
        "[2001:db8:1:2:3:4:5:6], 2001:db8:1:2::/64",
        "[2001:db8:1:2:3:4:5:6]:50123, 2001:db8:1:2::/64",
        "fe80::1%eth0, fe80:0:0:0::/64",
        "::1, 0:0:0:0::/64",
        "unknown, unknown",
        "not:an:address, not:an:address"
    })
    void takesTheNetworkOfAHouseholdForOneClient(String address, String client) {
        assertThat(Clients.named(address)).isEqualTo(client);
    }
}
