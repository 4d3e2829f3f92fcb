# Two computers that each grant themselves every lock.
app="/tmp/ctl/app --by Person$ID soak"
[ $ID = 2 ] && sleep 15
$app work /tmp/share/Office.almoner --folder /tmp/desk --ledger /tmp/ctl/ledger --for 25s --pause 300ms --whole
cp -r /tmp/desk /tmp/ctl/desk
