# Busy people who all come at the same moment, and stay for some seconds.
app="/tmp/ctl/app --by Person$ID soak"
$app work /tmp/share/Office.almoner --folder /tmp/desk --ledger /tmp/ctl/ledger --for ${SECONDS_TO_WORK}s --poll 1s --whole
$app drain /tmp/share/Office.almoner --folder /tmp/desk --for 60s
cp -r /tmp/desk /tmp/ctl/desk
